import type { Instant } from '#app/kernel/clock.ts'
import type { Threshold } from './tally.ts'

/** Lowering a protection takes at least this long to discuss, this part of the votes, twice, and lapses after this long. */
export const PROTECTIVE_DOWN = {
  discussionHours: 72,
  majorityBp: 7500,
  readings: 2,
  sunsetMonths: 24,
} as const

/** How long before a sunset members are reminded: time enough for two readings of a renewal. */
export const REMIND_DAYS = 60

type Rules = {
  readonly quorumBp: number
  readonly majorityBp: number
  readonly discussionHours: number
  readonly votingHours: number
  readonly coolingOffHours: number
}

/** How a proposal is decided: the charter's rules, and more where a protection would be lowered. */
export function rulesFor(
  rules: Rules,
  lowersProtection: boolean,
): Rules & Threshold & { readonly readings: number } {
  if (!lowersProtection) return { ...rules, overHalfOfMembers: false, readings: 1 }
  return {
    ...rules,
    discussionHours: Math.max(rules.discussionHours, PROTECTIVE_DOWN.discussionHours),
    majorityBp: Math.max(rules.majorityBp, PROTECTIVE_DOWN.majorityBp),
    overHalfOfMembers: true,
    readings: PROTECTIVE_DOWN.readings,
  }
}

/** When a lowered protection lapses that is first voted on at this moment. */
export function sunsetOf(opensAt: Instant): Instant {
  return opensAt.toZonedDateTimeISO('UTC').add({ months: PROTECTIVE_DOWN.sunsetMonths }).toInstant()
}
