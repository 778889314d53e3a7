import type { Instant } from '#app/kernel/clock.ts'
import type { NextStep } from '../kind.ts'

/** The states of a worker's part of a visit, in order, after it was offered. */
export const STATES = ['accepted', 'checked-in', 'checked-out'] as const

export type WorkState = 'offered' | (typeof STATES)[number]

/** What a worker does next in each state. */
const NEXT = {
  offered: 'accept',
  accepted: 'check-in',
  'checked-in': 'check-out',
  'checked-out': null,
} as const

export const STEPS = ['accept', 'check-in', 'check-out'] as const

export type WorkStep = (typeof STEPS)[number]

/** Where a worker is in each state. */
export const PHASES = {
  offered: 'ahead',
  accepted: 'ahead',
  'checked-in': 'active',
  'checked-out': 'over',
} as const

/** How long before the start a worker may check in, in minutes. */
const EARLY_MINUTES = 60

/** How long before the start a worker may still hand a visit back, in hours. */
const HAND_BACK_HOURS = 24

type WorkTimes = {
  readonly acceptedAt: Instant | null
  readonly checkedInAt: Instant | null
  readonly checkedOutAt: Instant | null
}

export function stateOf({ acceptedAt, checkedInAt, checkedOutAt }: WorkTimes): WorkState {
  if (checkedOutAt) return 'checked-out'
  if (checkedInAt) return 'checked-in'
  return acceptedAt ? 'accepted' : 'offered'
}

/** Returns the moment from which a worker may check in. */
export const checksInFrom = (start: Instant): Instant => start.subtract({ minutes: EARLY_MINUTES })

/** Returns the moment until which a worker may hand a visit back. */
export const handsBackUntil = (start: Instant): Instant =>
  start.subtract({ hours: HAND_BACK_HOURS })

type BookedWork = WorkTimes & { readonly during: { readonly from: Instant } }

/** Returns a worker's next step. Checking out is possible from the booked start. */
export function nextOf(work: BookedWork): NextStep | null {
  const step = NEXT[stateOf(work)]
  const { from } = work.during
  const opensAt = { accept: null, 'check-in': checksInFrom(from), 'check-out': from }
  return step && { step, opensAt: opensAt[step], asks: false }
}
