export type Choice = 'yes' | 'no' | 'abstain'

export const CHOICES: readonly Choice[] = ['yes', 'no', 'abstain']

/** One ballot as it is counted: a choice and the weight of the voter's class. Who cast it does not matter here. */
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
  /** The weight of all who could vote, whether they did or not. */
  readonly electorate: number
  readonly quorate: boolean
  readonly passed: boolean
}

/**
 * Counts a vote. The quorum is taken over everybody who could vote, abstentions count towards it and towards nothing
 * else. A simple majority is more yes than no; a qualified one is at least its part of yes and no together. A
 * proposal for which nobody said yes never passes.
 */
export function tally(ballots: readonly Ballot[], electorate: number, threshold: Threshold): Tally {
  const of = (choice: Choice) =>
    ballots
      .filter((ballot) => ballot.choice === choice)
      .reduce((sum, { weight }) => sum + weight, 0)
  const [yes, no, abstain] = [of('yes'), of('no'), of('abstain')]
  const { quorate, majority, half } = conditionsOf({ yes, no, abstain, electorate }, threshold)
  return { yes, no, abstain, electorate, quorate, passed: quorate && majority && half && yes > 0 }
}

/** Which of the things a vote needs it has: for the count, and to be shown one by one. */
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
