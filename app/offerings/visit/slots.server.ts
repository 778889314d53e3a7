import { type Calendar, type Slot, slotAt } from '#app/domains/jobs/availability.ts'
import { workingHours } from '#app/domains/jobs/calendar.server.ts'
import { workingMembers } from '#app/domains/members/working.server.ts'
import { type BusyTime, busyBetween } from '#app/domains/orders/busy.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId, MemberId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { advisoryLock, type TenantDb } from '#tenants/scope.server.ts'
import { HORIZON_DAYS, NOTICE_HOURS } from './visit.ts'

export type SlotRefusal = 'slot-taken' | 'slot-not-offered' | 'slot-too-soon' | 'slot-too-far'

export type SlotRequest = {
  readonly during: { readonly from: Instant; readonly until: Instant }
  readonly teamSize: number
  /** The moment of the request. */
  readonly at: Instant
  /** The items whose own reservations do not count. */
  readonly without?: readonly ItemId[] | undefined
}

/** The working hours on the day of a visit, and the busy times of the week around it. */
type Week = Omit<Calendar, 'timeZone' | 'busy'> & {
  readonly busy: readonly BusyTime[]
}

/**
 * Chooses a team that works then and is free: the members with the fewest bookings that week, then by id. Others who
 * reserve on the same day wait until this transaction ends.
 */
export async function freeTeam(
  db: TenantDb,
  tenant: Tenant,
  visit: SlotRequest,
): Promise<Outcome<MemberId[], SlotRefusal>> {
  const { from } = visit.during
  const [, week] = await Promise.all([
    advisoryLock(db, dayOf(from, tenant)),
    readWeek(db, tenant, from),
  ])
  return chooseTeam(week, tenant, visit)
}

/** How far before and after its start a visit's week reaches, in days. */
const WEEK_SIDE = 3.5

/** Returns the week of a visit. Who reserves a time has locked its day. */
export async function readWeek(db: TenantDb, tenant: Tenant, start: Instant): Promise<Week> {
  const [from, until] = [
    start.subtract({ hours: WEEK_SIDE * 24 }),
    start.add({ hours: WEEK_SIDE * 24 }),
  ]
  const [hours, working, busy] = await Promise.all([
    workingHours(db, dayOf(from, tenant), dayOf(until, tenant)),
    workingMembers(db),
    busyBetween(db, from, until),
  ])
  return {
    weekly: hours.weekly.filter(({ member }) => working.has(member)),
    exceptions: hours.exceptions.filter(({ member }) => working.has(member)),
    busy,
  }
}

/** Returns the slot of a visit when a team can come then, or the refusal. */
export function openSlot(
  week: Week,
  { timeZone }: Tenant,
  { during, at, teamSize, without = [] }: SlotRequest,
): Outcome<Slot, SlotRefusal> {
  const leadTime = during.from.epochMilliseconds - at.epochMilliseconds
  if (leadTime < NOTICE_HOURS * 3_600_000) return refused('slot-too-soon')
  if (leadTime > HORIZON_DAYS * 86_400_000) return refused('slot-too-far')
  const busy = week.busy.filter(({ item }) => !without.includes(item))
  const slot = slotAt(during, { ...week, timeZone, busy }, teamSize)
  if (!slot) return refused('slot-not-offered')
  return slot.open ? done(slot) : refused('slot-taken')
}

/** Returns the team of one visit in a week, or the refusal. */
export function chooseTeam(
  week: Week,
  tenant: Tenant,
  visit: SlotRequest,
): Outcome<MemberId[], SlotRefusal> {
  const slot = openSlot(week, tenant, visit)
  if (!slot.ok) return slot
  const { without = [] } = visit
  const bookingCount = (member: MemberId) =>
    week.busy.filter((busy) => busy.member === member && !without.includes(busy.item)).length
  return done(
    slot.value.free
      .toSorted((a, b) => bookingCount(a) - bookingCount(b) || (a < b ? -1 : 1))
      .slice(0, visit.teamSize),
  )
}

/** Returns the day of a visit in the co-op's time zone. Times of one day are reserved one after the other. */
export const dayOf = (start: Instant, { timeZone }: Tenant) =>
  start.toZonedDateTimeISO(timeZone).toPlainDate().toString()
