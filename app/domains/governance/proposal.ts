import type { Threshold } from './tally.ts'

/** Lowering a protection takes at least this long to discuss, this part of the votes, and lapses after this long. */
export const PROTECTIVE_DOWN = { discussionHours: 72, majorityBp: 7500, sunsetMonths: 24 } as const

type Rules = {
  readonly quorumBp: number
  readonly majorityBp: number
  readonly discussionHours: number
  readonly votingHours: number
  readonly coolingOffHours: number
}

/** How a proposal is decided: the charter's rules, and more where a protection would be lowered. */
export function rulesFor(rules: Rules, lowersProtection: boolean): Rules & Threshold {
  if (!lowersProtection) return { ...rules, overHalfOfMembers: false }
  return {
    ...rules,
    discussionHours: Math.max(rules.discussionHours, PROTECTIVE_DOWN.discussionHours),
    majorityBp: Math.max(rules.majorityBp, PROTECTIVE_DOWN.majorityBp),
    overHalfOfMembers: true,
  }
}
