import type { Instant } from '#app/kernel/clock.ts'
import type { Threshold } from './tally.ts'

/**
 * The rules for lowering a protection: the minimum hours of discussion, the minimum majority, the number of readings,
 * and the months until it lapses.
 */
export const PROTECTIVE_DOWN = {
  discussionHours: 72,
  majorityBp: 7500,
  readings: 2,
  sunsetMonths: 24,
} as const

/** How long before a sunset members are reminded, in days: enough for two readings of a renewal. */
export const REMIND_DAYS = 60

type Rules = {
  readonly quorumBp: number
  readonly majorityBp: number
  readonly discussionHours: number
  readonly votingHours: number
  readonly coolingOffHours: number
}

/** Returns how a proposal is decided: by the charter's rules, and by stricter ones when it lowers a protection. */
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

/** Returns when a lowered protection lapses whose first vote opens at this moment. */
export function sunsetOf(opensAt: Instant): Instant {
  return opensAt.toZonedDateTimeISO('UTC').add({ months: PROTECTIVE_DOWN.sunsetMonths }).toInstant()
}
