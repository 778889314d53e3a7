import { type Calendar, type Slot, slotAt } from '#app/domains/jobs/availability.ts'
import { workingHours } from '#app/domains/jobs/calendar.server.ts'
import { workingMembers } from '#app/domains/members/working.server.ts'
import { type BusyTime, busyBetween } from '#app/domains/orders/busy.server.ts'
import { releaseHolds } from '#app/domains/orders/release-holds.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId, MemberId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { advisoryLock, type TenantDb } from '#tenants/scope.server.ts'
import { HORIZON_DAYS, NOTICE_HOURS } from './visit.ts'

export type SlotRefusal = 'slot-taken' | 'slot-not-offered' | 'slot-too-soon' | 'slot-too-far'

export type Slotted = {
  readonly during: { readonly from: Instant; readonly until: Instant }
  readonly teamSize: number
  /** When it is asked for. */
  readonly at: Instant
  /** The items whose own holds do not stand in its way. */
  readonly without?: readonly ItemId[] | undefined
}

/** Who works on the day of a visit, and what is taken in the week around it. */
type Week = Omit<Calendar, 'timeZone' | 'busy'> & {
  readonly busy: readonly BusyTime[]
}

/** A team that works then and is not taken, chosen by least work in hand that week, then by id. */
export async function freeTeam(
  db: TenantDb,
  tenant: Tenant,
  visit: Slotted,
): Promise<Outcome<MemberId[], SlotRefusal>> {
  const week = await lockWeek(db, tenant, { start: visit.during.from, at: visit.at })
  return chooseTeam(week, tenant, visit)
}

/**
 * The week of a visit, for whoever means to take a time of it: they wait here for those who came before for the same
 * day, until their transactions end. All of it, with what the caller asks beside it, goes in one round trip, and the
 * database answers in the order it was asked.
 */
export async function lockWeek(
  db: TenantDb,
  tenant: Tenant,
  { start, at }: { readonly start: Instant; readonly at: Instant },
): Promise<Week> {
  const [, , week] = await Promise.all([
    advisoryLock(db, dayOf(start, tenant)),
    releaseHolds(db, at),
    readWeek(db, tenant, start),
  ])
  return week
}

/** The same for whoever only looks. */
export async function readWeek(db: TenantDb, tenant: Tenant, start: Instant): Promise<Week> {
  const day = dayOf(start, tenant)
  const [hours, working, busy] = await Promise.all([
    workingHours(db, day, day),
    workingMembers(db),
    busyBetween(db, start.subtract({ hours: 84 }), start.add({ hours: 84 })),
  ])
  return {
    weekly: hours.weekly.filter(({ member }) => working.has(member)),
    exceptions: hours.exceptions.filter(({ member }) => working.has(member)),
    busy,
  }
}

/** The start of a visit, when a team can come then; or why it cannot. */
export function openSlot(
  week: Week,
  { timeZone }: Tenant,
  { during, at, teamSize, without = [] }: Slotted,
): Outcome<Slot, SlotRefusal> {
  const ahead = during.from.epochMilliseconds - at.epochMilliseconds
  if (ahead < NOTICE_HOURS * 3_600_000) return refused('slot-too-soon')
  if (ahead > HORIZON_DAYS * 86_400_000) return refused('slot-too-far')
  const busy = week.busy.filter(({ item }) => !without.includes(item))
  const slot = slotAt(during, { ...week, timeZone, busy }, teamSize)
  if (!slot) return refused('slot-not-offered')
  return slot.open ? done(slot) : refused('slot-taken')
}

/** The team of a week for one visit, or why there is none. */
export function chooseTeam(
  week: Week,
  tenant: Tenant,
  visit: Slotted,
): Outcome<MemberId[], SlotRefusal> {
  const slot = openSlot(week, tenant, visit)
  if (!slot.ok) return slot
  const { without = [] } = visit
  const load = (member: MemberId) =>
    week.busy.filter((taken) => taken.member === member && !without.includes(taken.item)).length
  return done(
    slot.value.free
      .toSorted((one, other) => load(one) - load(other) || (one < other ? -1 : 1))
      .slice(0, visit.teamSize),
  )
}

const dayOf = (start: Instant, { timeZone }: Tenant) =>
  start.toZonedDateTimeISO(timeZone).toPlainDate().toString()
