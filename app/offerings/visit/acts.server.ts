import { retainedShareBp } from '#app/domains/charter/charter.ts'
import {
  bookingsOf,
  confirmTeam,
  holdTeam,
  releaseBookings,
} from '#app/domains/orders/bookings.server.ts'
import type { Item } from '#app/domains/orders/find-order.server.ts'
import { canonical } from '#app/kernel/canonical.ts'
import type { ItemId } from '#app/kernel/ids.ts'
import { basisPoints, money } from '#app/kernel/money.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type {
  ReservationRequest,
  CancellationRequest,
  Cancelled,
  Confirmed,
  Facts,
  Held,
  KindActs,
  Moved,
  Moving,
  Wish,
} from '../kind.ts'
import type { VisitDetails } from './details.ts'
import type { VisitFacts } from './facts.ts'
import { chooseTeam, dayOf, freeTeam, readWeek, type SlotRefusal } from './slots.server.ts'
import { nextFree } from './open-times.server.ts'
import { STEPS } from './steps.ts'
import { NOTICE_HOURS, type VisitFields } from './visit.ts'
import {
  addVisit,
  correctVisit,
  moveVisit,
  type Visit,
  visitOf,
  visitsOf,
  visitTimes,
} from './visits.server.ts'
import {
  finishVisit,
  reassignVisit,
  stepVisit,
  weightsOf,
  workOfVisits,
  type WorkRefusal,
} from './work.server.ts'

export type VisitActRefusal = SlotRefusal | WorkRefusal | 'order-not-changeable'

/** A visit reserves its team's time, settles when the last who came checks out, and shares by the minutes of each. */
export const acts: KindActs<VisitActRefusal> = {
  locks: (tenant, { details }) => [dayOf((details as VisitDetails).start, tenant)],
  locksOf: async (db, tenant, { id }) => [dayOf((await visitOf(db, id)).startsAt, tenant)],
  prepare,
  isSame,
  saysSame,
  correct: (db, { id }, details) => correctVisit(db, id, details as VisitDetails),
  retake: retakeTime,
  confirm: confirmVisit,
  release: (db, { id }) => releaseBookings(db, id),
  cancelling: cancellationOf,
  work: workOfVisits,
  steps: STEPS,
  step: stepVisit,
  finish: finishVisit,
  handBack: reassignVisit,
  move: moveToTime,
  nextFree,
  facts,
  times: visitTimes,
}

async function prepare(db: TenantDb, tenant: Tenant, { details, at }: ReservationRequest) {
  const { start, address, notes } = details as VisitDetails
  const week = await readWeek(db, tenant, start)
  return {
    reserve: ({ item, fields, quote, without, beside }: Wish) => {
      const { teamSize } = fields as VisitFields
      const workMinutes = quote.workMinutes ?? 0
      const during = { from: start, until: start.add({ minutes: quote.lasts ?? 0 }) }
      const weekWithOrder = { ...week, busy: [...week.busy, ...beside] }
      const team = chooseTeam(weekWithOrder, tenant, { at, during, teamSize, without })
      if (!team.ok) return team
      return done({
        takes: team.value.map((member) => ({ item, member, ...during })),
        own: null,
        write: async (tx: TenantDb) => {
          await Promise.all([
            addVisit(tx, item, { teamSize, workMinutes, during, address, notes }),
            holdTeam(tx, item, { team: team.value, during }),
          ])
        },
      })
    },
  }
}

async function isSame(db: TenantDb, { id }: Item, details: unknown): Promise<boolean> {
  const { start } = details as VisitDetails
  return (await visitOf(db, id)).startsAt.equals(start)
}

async function saysSame(db: TenantDb, { id }: Item, details: unknown): Promise<boolean> {
  const { address, notes } = details as VisitDetails
  const visit = await visitOf(db, id)
  return canonical([visit.address, visit.notes]) === canonical([address, notes])
}

async function retakeTime(db: TenantDb, tenant: Tenant, { item, at }: Held): Promise<boolean> {
  const { startsAt, endsAt, teamSize } = await visitOf(db, item.id)
  const during = { from: startsAt, until: endsAt }
  if (startsAt.epochMilliseconds < at.add({ hours: NOTICE_HOURS }).epochMilliseconds) return false
  const team = await freeTeam(db, tenant, { at, during, teamSize })
  if (!team.ok) return false
  await releaseBookings(db, item.id)
  await holdTeam(db, item.id, { team: team.value, during })
  return true
}

async function confirmVisit(db: TenantDb, { id }: Item): Promise<Confirmed> {
  await confirmTeam(db, id)
  return { earners: weightsOf(await bookingsOf(db, id)), settles: false }
}

async function cancellationOf(
  db: TenantDb,
  { id }: Item,
  { by, terms, price, at }: CancellationRequest,
): Promise<Cancelled> {
  const [{ startsAt }, team] = await Promise.all([visitOf(db, id), bookingsOf(db, id)])
  const hours = (startsAt.epochMilliseconds - at.epochMilliseconds) / 3_600_000
  return {
    begun: team.some(({ checkedInAt }) => checkedInAt),
    retained:
      by === 'co-op'
        ? money(0n, price.currency)
        : basisPoints(price, retainedShareBp(terms, hours)),
    freeUntil: startsAt.subtract({ hours: terms.freeHours }),
  }
}

/** Moves a visit to another time and releases the old one. A visit that has begun cannot be moved. */
async function moveToTime(
  db: TenantDb,
  tenant: Tenant,
  { item, start, at }: Moving,
): Promise<Outcome<Moved, VisitActRefusal>> {
  const [visit, bookings] = await Promise.all([visitOf(db, item.id), bookingsOf(db, item.id)])
  if (bookings.some(({ checkedInAt }) => checkedInAt)) return refused('order-not-changeable')
  const duration = visit.endsAt.epochMilliseconds - visit.startsAt.epochMilliseconds
  const during = { from: start, until: start.add({ milliseconds: duration }) }
  const { teamSize } = visit
  const team = await freeTeam(db, tenant, { at, during, teamSize, without: [item.id] })
  if (!team.ok) return team
  await releaseBookings(db, item.id)
  await holdTeam(db, item.id, { team: team.value, during })
  await confirmTeam(db, item.id)
  await moveVisit(db, visit, during)
  return done({
    before: bookings.map(({ memberId }) => memberId),
    earners: weightsOf(await bookingsOf(db, item.id)),
  })
}

async function facts(db: TenantDb, items: readonly ItemId[]): Promise<ReadonlyMap<ItemId, Facts>> {
  const visits = await visitsOf(db, items)
  return new Map(visits.map((visit) => [visit.itemId, factsOf(visit)]))
}

function factsOf({ startsAt, endsAt, address, notes, changes, teamSize }: Visit): Facts {
  const own: VisitFacts = { teamSize }
  const shortParts = [address?.line1, address?.line2, address?.city]
  const joined = (parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(', ')
  return {
    start: startsAt,
    end: endsAt,
    place: { short: joined(shortParts), whole: joined([...shortParts, address?.postcode]) },
    notes,
    changes,
    own,
  }
}
