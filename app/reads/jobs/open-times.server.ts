import { openSlots, type Slot } from '#app/domains/jobs/availability.ts'
import { workingHours } from '#app/domains/jobs/calendar.server.ts'
import { workingMembers } from '#app/domains/members/working.server.ts'
import { busyBetween } from '#app/domains/orders/busy.server.ts'
import { NOTICE_HOURS } from '#app/domains/orders/order.ts'
import { openSlot, readWeek, type SlotRefusal } from '#app/rules/jobs/open-slot.server.ts'
import { type Instant, Temporal } from '#app/kernel/clock.ts'
import type { OrderId } from '#app/kernel/ids.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'

type TimesQuery = {
  readonly from: string
  readonly days: number
  readonly teamSize: number
  readonly stayMinutes: number
  readonly at: Instant
  /** The customer's own unpaid order, whose hold is no reason to strike its time out for them. */
  readonly without?: OrderId | undefined
}

export type Day = { readonly date: string; readonly slots: readonly Slot[] }

/** The starts a customer can choose from, day by day, in the co-op's own time zone. */
export async function openTimes(
  db: TenantDb,
  { timeZone }: Tenant,
  asked: TimesQuery,
): Promise<Day[]> {
  const first = Temporal.PlainDate.from(asked.from)
  const dates = Array.from({ length: asked.days }, (_, day) => first.add({ days: day }))
  const last = dates.at(-1) ?? first
  const [from, until] = [first, last.add({ days: 1 })].map((date) =>
    date.toZonedDateTime(timeZone).toInstant(),
  )
  if (!from || !until) return []
  const [hours, working, busy] = await Promise.all([
    workingHours(db, first.toString(), last.toString()),
    workingMembers(db),
    busyBetween(db, from, until.add({ hours: 24 })),
  ])
  const calendar = {
    timeZone,
    weekly: hours.weekly.filter(({ member }) => working.has(member)),
    exceptions: hours.exceptions.filter(({ member }) => working.has(member)),
    busy: busy.filter(({ order }) => order !== asked.without),
  }
  const notBefore = asked.at.add({ hours: NOTICE_HOURS })
  return dates.map((date) => ({
    date: date.toString(),
    slots: openSlots(calendar, {
      days: [date.toString()],
      teamSize: asked.teamSize,
      stayMinutes: asked.stayMinutes,
      notBefore,
    }),
  }))
}

export type TimesAsked = TimesQuery & {
  /** The start that a customer has chosen, on these days or on others. */
  readonly start: Instant | undefined
}

/** The starts to choose from, and why the one that is chosen cannot be had, if it cannot. */
export function readTimes(
  tenant: Tenant,
  { start, ...asked }: TimesAsked,
): Promise<{ days: Day[]; refusal: SlotRefusal | null }> {
  return inTenant(
    tenant.id,
    async (db) => ({
      days: await openTimes(db, tenant, asked),
      refusal: start ? await slotRefusal(db, tenant, { ...asked, start }) : null,
    }),
    { readOnly: true },
  )
}

type Chosen = Pick<TimesQuery, 'at' | 'teamSize' | 'stayMinutes' | 'without'> & {
  readonly start: Instant
}

/** Why nobody can come then, or null when a team can. */
export function readSlotRefusal(tenant: Tenant, chosen: Chosen): Promise<SlotRefusal | null> {
  return inTenant(tenant.id, (db) => slotRefusal(db, tenant, chosen), { readOnly: true })
}

async function slotRefusal(
  db: TenantDb,
  tenant: Tenant,
  { start, stayMinutes, ...visit }: Chosen,
): Promise<SlotRefusal | null> {
  const during = { from: start, until: start.add({ minutes: stayMinutes }) }
  const found = openSlot(await readWeek(db, tenant, start), tenant, { ...visit, during })
  return found.ok ? null : found.refusal
}
