import type { Instant } from '#app/kernel/clock.ts'

/** One worker's part of a job, as far as it has come. */
export type JobStep = 'offered' | 'accepted' | 'checked-in' | 'checked-out'

type Work = {
  readonly acceptedAt: Instant | null
  readonly checkedInAt: Instant | null
  readonly checkedOutAt: Instant | null
}

export function stepOf({ acceptedAt, checkedInAt, checkedOutAt }: Work): JobStep {
  if (checkedOutAt) return 'checked-out'
  if (checkedInAt) return 'checked-in'
  return acceptedAt ? 'accepted' : 'offered'
}

/** How long before its start a worker may check in, in minutes: arriving early is fine, arriving yesterday is not. */
const EARLY_MINUTES = 60

const NEXT = {
  offered: 'accept',
  accepted: 'check-in',
  'checked-in': 'check-out',
  'checked-out': null,
} as const

/** From when a worker may check in. */
export function checksInFrom(start: Instant): Instant {
  return start.subtract({ minutes: EARLY_MINUTES })
}

type Booked = Work & { readonly during: { readonly from: Instant } }

/** What a worker can do next: nothing while it is too early for it, or when their part is done. */
export function nextStep(work: Booked, at: Instant): 'accept' | 'check-in' | 'check-out' | null {
  const opens = opensAt(work)
  return opens && at.epochMilliseconds < opens.epochMilliseconds ? null : NEXT[stepOf(work)]
}

/** From when the next step can be done: checking out not before the work was to begin. Null where it can be at once. */
export function opensAt(work: Booked): Instant | null {
  const next = NEXT[stepOf(work)]
  if (next === 'check-in') return checksInFrom(work.during.from)
  return next === 'check-out' ? work.during.from : null
}

/** Until how long before its start a worker may hand a job back, in hours. */
export const HAND_BACK_HOURS = 24

/** From how long before the start a team sees the customer's telephone number, in hours. */
export const PHONE_HOURS = 24
