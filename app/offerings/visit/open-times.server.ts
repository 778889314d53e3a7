import { daysAround, openSlots, type Slot } from '#app/domains/jobs/availability.ts'
import { workingHours } from '#app/domains/jobs/calendar.server.ts'
import { workingMembers } from '#app/domains/members/working.server.ts'
import { busyBetween } from '#app/domains/orders/busy.server.ts'
import type { Instant, Temporal } from '#app/kernel/clock.ts'
import type { ItemId } from '#app/kernel/ids.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { readVisitFields } from './fields.ts'
import { openSlot, readWeek, type SlotRefusal } from './slots.server.ts'
import { HORIZON_DAYS, NOTICE_HOURS, quoteVisit, usualChoices } from './visit.ts'

type TimesQuery = {
  readonly from: Temporal.PlainDate
  readonly days: number
  readonly teamSize: number
  readonly stayMinutes: number
  readonly at: Instant
  /** The items of the customer's own unpaid order. Their reservations do not count. */
  readonly without?: readonly ItemId[] | undefined
}

export type Day = { readonly date: string; readonly slots: readonly Slot[] }

/** Returns the starts that a customer can choose from, by day, in the co-op's time zone. */
export async function openTimes(
  db: TenantDb,
  { timeZone }: Tenant,
  query: TimesQuery,
): Promise<Day[]> {
  const { from: first, days, teamSize, stayMinutes, at } = query
  const around = daysAround(stayMinutes)
  const after = first.add({ days: days + around.after })
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).toInstant()
  const [hours, working, busy] = await Promise.all([
    workingHours(db, first.subtract({ days: around.before }).toString(), after.toString()),
    workingMembers(db),
    busyBetween(db, midnight(first), midnight(after)),
  ])
  const calendar = {
    timeZone,
    weekly: hours.weekly.filter(({ member }) => working.has(member)),
    exceptions: hours.exceptions.filter(({ member }) => working.has(member)),
    busy: busy.filter(({ item }) => !query.without?.includes(item)),
  }
  const slots = openSlots(calendar, {
    first,
    days,
    teamSize,
    stayMinutes,
    notBefore: at.add({ hours: NOTICE_HOURS }),
    notAfter: at.add({ hours: HORIZON_DAYS * 24 }),
  })
  return slots.map((ofDay, later) => ({
    date: first.add({ days: later }).toString(),
    slots: ofDay,
  }))
}

/** Returns the first start of a listing's usual visit in the week ahead, or null when there is none. */
export async function nextFree(
  db: TenantDb,
  tenant: Tenant,
  { fields, at }: { readonly fields: unknown; readonly at: Instant },
): Promise<Instant | null> {
  const visitFields = readVisitFields(fields)
  const usual = quoteVisit(visitFields, usualChoices(visitFields), tenant.currency)
  if (!usual.ok) return null
  const days = await openTimes(db, tenant, {
    from: at.toZonedDateTimeISO(tenant.timeZone).toPlainDate(),
    days: 7,
    teamSize: visitFields.teamSize,
    stayMinutes: usual.value.lasts,
    at,
  })
  return days.flatMap(({ slots }) => slots).find(({ open }) => open)?.start ?? null
}

type ChosenSlot = Pick<TimesQuery, 'at' | 'teamSize' | 'stayMinutes' | 'without'> & {
  readonly start: Instant
}

/** Returns why no team can come at a time, or null when one can. */
export async function slotRefusal(
  db: TenantDb,
  tenant: Tenant,
  { start, stayMinutes, ...visit }: ChosenSlot,
): Promise<SlotRefusal | null> {
  const during = { from: start, until: start.add({ minutes: stayMinutes }) }
  const slot = openSlot(await readWeek(db, tenant, start), tenant, { ...visit, during })
  return slot.ok ? null : slot.refusal
}
