import { type Booking, bookingsOf } from '#app/domains/orders/bookings.server.ts'
import type { Earner } from '#app/domains/orders/earners.server.ts'
import { reassignBooking } from '#app/domains/orders/reassign-booking.server.ts'
import { checksInFrom, HAND_BACK_HOURS, stepOf } from '#app/domains/orders/job.ts'
import { recordWork } from '#app/domains/orders/work.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { Doing, Leaving, Stepped } from '../kind.ts'
import { freeTeam } from './slots.server.ts'

export type WorkRefusal =
  | 'order-not-found'
  | 'not-your-job'
  | 'job-too-early'
  | 'job-not-begun'
  | 'job-out-of-turn'
  | 'too-late-to-hand-back'
  | 'nobody-free'

/** Each worker's weight: the minutes they were there; where nobody checked in, all alike. */
export function weightsOf(bookings: readonly Booking[]): Earner[] {
  const minutes = ({ checkedInAt, checkedOutAt }: Booking) =>
    checkedInAt && checkedOutAt
      ? BigInt(
          Math.max(
            1,
            Math.round((checkedOutAt.epochMilliseconds - checkedInAt.epochMilliseconds) / 60_000),
          ),
        )
      : 0n
  const known = bookings.some((booking) => minutes(booking) > 0n)
  return bookings.map((booking) => ({
    member: booking.memberId,
    weight: known ? minutes(booking) : 1n,
  }))
}

const WAITS = done({ settles: false } as const)

/** A worker accepts, checks in or checks out. Saying so twice changes nothing; the last who checks out settles the visit. */
export async function stepVisit(
  db: TenantDb,
  { item, member, step, at }: Doing,
): Promise<Outcome<Stepped, WorkRefusal>> {
  const team = await bookingsOf(db, item.id)
  const mine = team.find(({ memberId }) => memberId === member)
  if (!mine) return refused('not-your-job')
  if (step === 'accept') {
    if (stepOf(mine) === 'offered') await recordWork(db, mine.id, { acceptedAt: at })
    return WAITS
  }
  if (step === 'check-in') {
    if (mine.checkedInAt) return WAITS
    if (item.state !== 'paid') return refused('job-out-of-turn')
    if (isBefore(at, checksInFrom(mine.during.from))) return refused('job-too-early')
    await recordWork(db, mine.id, { checkedInAt: at })
    return WAITS
  }
  if (mine.checkedOutAt) return done({ settles: item.state === 'settled' })
  if (!mine.checkedInAt) return refused('job-out-of-turn')
  if (isBefore(at, mine.during.from)) return refused('job-not-begun')
  await recordWork(db, mine.id, { checkedOutAt: at })
  const last = team.every(
    ({ id, checkedInAt, checkedOutAt }) => id === mine.id || !checkedInAt || checkedOutAt,
  )
  return done({ settles: last })
}

const isBefore = (at: Instant, other: Instant) => at.epochMilliseconds < other.epochMilliseconds

/** Another who works then and is free takes a worker's place. Where nobody can, the visit stays theirs. */
export async function handVisitBack(
  db: TenantDb,
  tenant: Tenant,
  { item, member, at }: Leaving,
): Promise<Outcome<MemberId, WorkRefusal>> {
  if (item.state !== 'paid') return refused('order-not-found')
  const booking = (await bookingsOf(db, item.id)).find(({ memberId }) => memberId === member)
  if (!booking || booking.checkedInAt) return refused('not-your-job')
  const { during } = booking
  if (isBefore(during.from.subtract({ hours: HAND_BACK_HOURS }), at))
    return refused('too-late-to-hand-back')
  const free = await freeTeam(db, tenant, { at, during, teamSize: 1 })
  const [other] = free.ok ? free.value : []
  if (!other) return refused('nobody-free')
  await reassignBooking(db, booking, other)
  return done(other)
}
