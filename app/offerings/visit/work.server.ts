import { type Booking, bookingsOf, bookingsOfAll } from '#app/domains/orders/bookings.server.ts'
import type { Earner } from '#app/domains/orders/earners.server.ts'
import { reassignBooking } from '#app/domains/orders/reassign-booking.server.ts'
import { recordWork } from '#app/domains/orders/work.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { Doing, HandedBack, Held, Leaving, Progress, Stepped, Work } from '../kind.ts'
import { freeTeam } from './slots.server.ts'
import { checksInFrom, handsBackUntil, nextOf, PHASES, STATES, stateOf } from './steps.ts'

export type WorkRefusal =
  | 'order-not-found'
  | 'not-your-job'
  | 'job-too-early'
  | 'job-not-begun'
  | 'job-out-of-turn'
  | 'too-late-to-hand-back'
  | 'nobody-free'

/** Returns each worker's weight: the minutes between check-in and check-out, or 1 each when nobody has both. */
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
  const measured = bookings.some((booking) => minutes(booking) > 0n)
  return bookings.map((booking) => ({
    member: booking.memberId,
    weight: measured ? minutes(booking) : 1n,
  }))
}

const NOT_SETTLED = done({ settles: false } as const)

/**
 * Records that a worker accepts, checks in or checks out. A repeat changes nothing. The last check-out settles the
 * visit. While somebody may still come, it settles nothing: the visit is looked at again when its time is over.
 */
export async function stepVisit(
  db: TenantDb,
  { item, member, step, at }: Doing,
): Promise<Outcome<Stepped, WorkRefusal>> {
  const team = await bookingsOf(db, item.id)
  const booking = team.find(({ memberId }) => memberId === member)
  if (!booking) return refused('not-your-job')
  if (step === 'accept') {
    if (stateOf(booking) === 'offered') await recordWork(db, booking.id, { acceptedAt: at })
    return NOT_SETTLED
  }
  if (step === 'check-in') {
    if (booking.checkedInAt) return NOT_SETTLED
    if (item.state !== 'paid') return refused('job-out-of-turn')
    if (isBefore(at, checksInFrom(booking.during.from))) return refused('job-too-early')
    await recordWork(db, booking.id, { checkedInAt: at })
    return NOT_SETTLED
  }
  if (step !== 'check-out') throw new Error(`A visit has no step that is called ${step}.`)
  if (booking.checkedOutAt) return done({ settles: item.state === 'settled' })
  if (!booking.checkedInAt) return refused('job-out-of-turn')
  if (isBefore(at, booking.during.from)) return refused('job-not-begun')
  await recordWork(db, booking.id, { checkedOutAt: at })
  const others = team.filter(({ id }) => id !== booking.id)
  if (others.some((other) => mayStillCome(other, at)))
    await promiseTask(
      db,
      { task: 'finish-item', payload: { tenant: db.tenant, order: item.orderId, item: item.id } },
      { runAt: lookedAtAgain(booking), key: `finish:${item.id}` },
    )
  if (!isFinished(others, at)) return NOT_SETTLED
  return done({ settles: true, earners: weightsOf([...others, { ...booking, checkedOutAt: at }]) })
}

/** Returns how far the teams of some visits have come, by item. */
export async function workOfVisits(
  db: TenantDb,
  items: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, Work>> {
  const work = new Map<ItemId, Progress[]>()
  for (const booking of await bookingsOfAll(db, items))
    work.set(booking.itemId, [...(work.get(booking.itemId) ?? []), progressOf(booking)])
  return new Map([...work].map(([item, workers]) => [item, { states: STATES, workers }]))
}

const progressOf = (booking: Booking): Progress => ({
  member: booking.memberId,
  state: stateOf(booking),
  phase: PHASES[stateOf(booking)],
  next: nextOf(booking),
  handBackUntil: booking.checkedInAt ? null : handsBackUntil(booking.during.from),
})

/**
 * Settles a visit whose time is over, when somebody has worked and everybody who came has checked out. Who has not come
 * by then counts as missing.
 */
export async function finishVisit(
  db: TenantDb,
  { item, at }: Omit<Held, 'beside'>,
): Promise<Stepped> {
  const team = await bookingsOf(db, item.id)
  const hasWorked = team.some(({ checkedOutAt }) => checkedOutAt !== null)
  if (!hasWorked || !isFinished(team, at)) return { settles: false }
  return { settles: true, earners: weightsOf(team) }
}

/** Before the end of the visit, who has not come may still come. */
const mayStillCome = ({ checkedInAt, during }: Booking, at: Instant) =>
  !checkedInAt && isBefore(at, during.until)

/** Returns whether nobody of these is at work or may still come. */
const isFinished = (team: readonly Booking[], at: Instant) =>
  team.every(
    (booking) =>
      booking.checkedOutAt !== null || (!booking.checkedInAt && !mayStillCome(booking, at)),
  )

/** A minute after the end, so that a clock that is a little behind is past the end too. */
const lookedAtAgain = ({ during }: Booking) => during.until.add({ minutes: 1 })

const isBefore = (at: Instant, replacement: Instant) =>
  at.epochMilliseconds < replacement.epochMilliseconds

/**
 * Gives a worker's visit to another member who works then and is free. When there is none, the visit stays with the
 * worker.
 */
export async function reassignVisit(
  db: TenantDb,
  tenant: Tenant,
  { item, member, at }: Leaving,
): Promise<Outcome<HandedBack, WorkRefusal>> {
  if (item.state !== 'paid') return refused('order-not-found')
  const team = await bookingsOf(db, item.id)
  const booking = team.find(({ memberId }) => memberId === member)
  if (!booking || booking.checkedInAt) return refused('not-your-job')
  const { during } = booking
  if (isBefore(handsBackUntil(during.from), at)) return refused('too-late-to-hand-back')
  const free = await freeTeam(db, tenant, { at, during, teamSize: 1 })
  const [replacement] = free.ok ? free.value : []
  if (!replacement) return refused('nobody-free')
  await reassignBooking(db, booking, replacement)
  return done({ to: replacement, earners: weightsOf(await bookingsOf(db, item.id)) })
}
