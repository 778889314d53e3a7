export type Choice = 'yes' | 'no' | 'abstain'

export const CHOICES: readonly Choice[] = ['yes', 'no', 'abstain']

/** One ballot as it is counted: a choice and the weight of the voter's class. The count does not need the voter. */
export type Ballot = { readonly choice: Choice; readonly weight: number }

/** What a proposal needs to pass. */
export type Threshold = {
  readonly quorumBp: number
  readonly majorityBp: number
  /** Whether more than half of all members must say yes, however many vote. */
  readonly overHalfOfMembers: boolean
}

export type Tally = {
  readonly yes: number
  readonly no: number
  readonly abstain: number
  /** The weight of all electors, whether they voted or not. */
  readonly electorate: number
  readonly quorate: boolean
  readonly passed: boolean
}

/**
 * Counts a vote. The quorum is a part of all electors, and abstentions count towards the quorum only. A simple majority
 * is more yes than no; a qualified one is at least its part of yes and no together. A proposal without a yes never
 * passes.
 */
export function tally(ballots: readonly Ballot[], electorate: number, threshold: Threshold): Tally {
  const weightOf = (choice: Choice) =>
    ballots
      .filter((ballot) => ballot.choice === choice)
      .reduce((sum, { weight }) => sum + weight, 0)
  const [yes, no, abstain] = [weightOf('yes'), weightOf('no'), weightOf('abstain')]
  const { quorate, majority, half } = conditionsOf({ yes, no, abstain, electorate }, threshold)
  return { yes, no, abstain, electorate, quorate, passed: quorate && majority && half && yes > 0 }
}

/** Returns which conditions a vote has met, for the count and for pages that show each condition. */
export function conditionsOf(
  { yes, no, abstain, electorate }: Pick<Tally, 'yes' | 'no' | 'abstain' | 'electorate'>,
  { quorumBp, majorityBp, overHalfOfMembers }: Threshold,
): { readonly quorate: boolean; readonly majority: boolean; readonly half: boolean } {
  return {
    quorate: (yes + no + abstain) * 10_000 >= electorate * quorumBp,
    majority: majorityBp === 5000 ? yes > no : yes * 10_000 >= (yes + no) * majorityBp,
    half: !overHalfOfMembers || yes * 2 > electorate,
  }
}
