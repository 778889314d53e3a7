import { denialOf } from '#app/domains/members/actor.server.ts'
import { mayDoJobs, type RightsRefusal } from '#app/domains/members/may.ts'
import { checksInFrom, stepOf } from '#app/domains/orders/job.ts'
import {
  bookingsOf,
  type Booking,
  type Order,
  orderById,
} from '#app/domains/orders/find-order.server.ts'
import { recordWork } from '#app/domains/orders/work.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, OrderId, TenantId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { settleOrder } from '#app/flows/orders/settle-order.server.ts'

export type JobRefusal =
  | 'order-not-found'
  | 'not-your-job'
  | 'job-too-early'
  | 'job-not-begun'
  | 'job-out-of-turn'
  | RightsRefusal

type Doing = { readonly order: OrderId; readonly member: MemberId; readonly at: Instant }
type Mine = { readonly order: Order; readonly booking: Booking; readonly team: Booking[] }

/** A worker says that they will come. */
export function acceptJob(tenant: TenantId, doing: Doing): Promise<Outcome<null, JobRefusal>> {
  return ofMine(tenant, doing, async (db, { booking }) => {
    if (stepOf(booking) === 'offered') await recordWork(db, booking.id, { acceptedAt: doing.at })
    return done(null)
  })
}

/** A worker is there and begins. Saying so twice changes nothing. */
export function checkIn(tenant: TenantId, doing: Doing): Promise<Outcome<null, JobRefusal>> {
  return ofMine(tenant, doing, async (db, { order, booking }) => {
    if (booking.checkedInAt) return done(null)
    if (order.state !== 'paid') return refused('job-out-of-turn')
    if (isBefore(doing.at, checksInFrom(booking.during.from))) return refused('job-too-early')
    await recordWork(db, booking.id, { checkedInAt: doing.at })
    return done(null)
  })
}

/** A worker is done. When the last of the team is, the job is, and the money becomes theirs in the same transaction. */
export function checkOut(
  tenant: TenantId,
  doing: Doing,
): Promise<Outcome<{ readonly done: boolean }, JobRefusal>> {
  return ofMine(tenant, doing, async (db, { order, booking, team }) => {
    if (booking.checkedOutAt) return done({ done: order.state === 'done' })
    if (!booking.checkedInAt) return refused('job-out-of-turn')
    if (isBefore(doing.at, booking.during.from)) return refused('job-not-begun')
    await recordWork(db, booking.id, { checkedOutAt: doing.at })
    const last = team.every(
      ({ id, checkedInAt, checkedOutAt }) => id === booking.id || !checkedInAt || checkedOutAt,
    )
    if (last) await settleOrder(db, order, doing.at)
    return done({ done: last })
  })
}

const isBefore = (at: Instant, other: Instant) => at.epochMilliseconds < other.epochMilliseconds

function ofMine<Value>(
  tenant: TenantId,
  { order: id, member }: Doing,
  act: (db: TenantDb, mine: Mine) => Promise<Outcome<Value, JobRefusal>>,
): Promise<Outcome<Value, JobRefusal>> {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, member, mayDoJobs)
    if (denial) return denial
    const order = await orderById(db, id, true)
    if (!order) return refused('order-not-found')
    const team = await bookingsOf(db, id)
    const booking = team.find(({ memberId }) => memberId === member)
    return booking ? act(db, { order, booking, team }) : refused('not-your-job')
  })
}
