import { type Calendar, type Slot, slotAt } from '#app/domains/jobs/availability.ts'
import { workingHours } from '#app/domains/jobs/calendar.server.ts'
import { workingMembers } from '#app/domains/members/working.server.ts'
import { type Busy, busyBetween } from '#app/domains/orders/busy.server.ts'
import { HORIZON_DAYS, NOTICE_HOURS } from '#app/domains/orders/order.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { OrderId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { type TenantDb } from '#tenants/scope.server.ts'

export type SlotRefusal = 'slot-taken' | 'slot-not-offered' | 'slot-too-soon' | 'slot-too-far'

export type Visit = {
  readonly during: { readonly from: Instant; readonly until: Instant }
  readonly teamSize: number
  /** When it is asked for. */
  readonly at: Instant
  /** The order whose own hold does not stand in its way. */
  readonly without?: OrderId | undefined
}

/** Who works on the day of a visit, and what is taken in the week around it. */
export type Week = Omit<Calendar, 'timeZone' | 'busy'> & {
  readonly busy: readonly Busy[]
}

/** Who works on the day of a visit, and what is taken in the week around it. */
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
  { during, at, teamSize, without }: Visit,
): Outcome<Slot, SlotRefusal> {
  const ahead = during.from.epochMilliseconds - at.epochMilliseconds
  if (ahead < NOTICE_HOURS * 3_600_000) return refused('slot-too-soon')
  if (ahead > HORIZON_DAYS * 86_400_000) return refused('slot-too-far')
  const busy = week.busy.filter(({ order }) => order !== without)
  const slot = slotAt(during, { ...week, timeZone, busy }, teamSize)
  if (!slot) return refused('slot-not-offered')
  return slot.open ? done(slot) : refused('slot-taken')
}

/** The day of a moment, by the co-op’s calendar. */
export const dayOf = (start: Instant, { timeZone }: Tenant) =>
  start.toZonedDateTimeISO(timeZone).toPlainDate().toString()
