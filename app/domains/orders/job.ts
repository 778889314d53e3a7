import type { Instant } from '#app/kernel/clock.ts'

/** The progress of one worker's booking. */
export type JobStep = 'offered' | 'accepted' | 'checked-in' | 'checked-out'

type WorkTimes = {
  readonly acceptedAt: Instant | null
  readonly checkedInAt: Instant | null
  readonly checkedOutAt: Instant | null
}

export function stepOf({ acceptedAt, checkedInAt, checkedOutAt }: WorkTimes): JobStep {
  if (checkedOutAt) return 'checked-out'
  if (checkedInAt) return 'checked-in'
  return acceptedAt ? 'accepted' : 'offered'
}

/** How long before the start a worker may check in, in minutes. */
const EARLY_MINUTES = 60

const NEXT = {
  offered: 'accept',
  accepted: 'check-in',
  'checked-in': 'check-out',
  'checked-out': null,
} as const

/** Returns the moment from which a worker may check in. */
export function checksInFrom(start: Instant): Instant {
  return start.subtract({ minutes: EARLY_MINUTES })
}

type BookedWork = WorkTimes & { readonly during: { readonly from: Instant } }

/** Returns the next step of a worker; null when it is too early for it, or when the work is done. */
export function nextStep(
  work: BookedWork,
  at: Instant,
): 'accept' | 'check-in' | 'check-out' | null {
  const start = opensAt(work)
  return start && at.epochMilliseconds < start.epochMilliseconds ? null : NEXT[stepOf(work)]
}

/**
 * Returns the moment from which the next step can be done, or null when it can be done at once. Checking out is
 * possible from the booked start.
 */
export function opensAt(work: BookedWork): Instant | null {
  const next = NEXT[stepOf(work)]
  if (next === 'check-in') return checksInFrom(work.during.from)
  return next === 'check-out' ? work.during.from : null
}

/** How long before the start a worker may still hand a job back, in hours. */
export const HAND_BACK_HOURS = 24

/** How long before the start a team begins to see the customer's telephone number, in hours. */
export const PHONE_HOURS = 24
