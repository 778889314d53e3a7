import { type Calendar, slotAt } from '#app/domains/listings/availability.ts'
import { workingHours } from '#app/domains/listings/calendar.server.ts'
import { workingMembers } from '#app/domains/membership/working.server.ts'
import { busyBetween } from '#app/domains/orders/busy.server.ts'
import { HORIZON_DAYS, NOTICE_HOURS } from '#app/domains/orders/order.ts'
import { releaseHolds } from '#app/domains/orders/release-holds.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { takeTurn, type TenantDb } from '#tenants/scope.server.ts'

export type TeamRefusal = 'slot-taken' | 'slot-too-soon' | 'slot-too-far'

type Visit = {
  readonly during: { readonly from: Instant; readonly until: Instant }
  readonly teamSize: number
  /** When it is asked for. */
  readonly at: Instant
}
type Week = Omit<Calendar, 'timeZone'>

/** A team that works then and is not taken, chosen by least work in hand that week, then by id. */
export async function freeTeam(
  db: TenantDb,
  tenant: Tenant,
  visit: Visit,
): Promise<Outcome<MemberId[], TeamRefusal>> {
  return chooseTeam(
    await weekOf(db, tenant, { start: visit.during.from, at: visit.at }),
    tenant,
    visit,
  )
}

/**
 * Who works on the day of a visit, and what is taken in the week around it. Whoever wants that day waits here for those
 * who came before, until their transactions end; all of it, with what the caller asks beside it, goes in one round trip,
 * and the database answers in the order it was asked.
 */
export async function weekOf(
  db: TenantDb,
  tenant: Tenant,
  { start, at }: { readonly start: Instant; readonly at: Instant },
): Promise<Week> {
  const day = start.toZonedDateTimeISO(tenant.timeZone).toPlainDate().toString()
  const [, , hours, working, busy] = await Promise.all([
    takeTurn(db, day),
    releaseHolds(db, at),
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

/** The team of such a week for one visit, or why there is none. */
export function chooseTeam(
  week: Week,
  { timeZone }: Tenant,
  { during, at, teamSize }: Visit,
): Outcome<MemberId[], TeamRefusal> {
  const ahead = during.from.epochMilliseconds - at.epochMilliseconds
  if (ahead < NOTICE_HOURS * 3_600_000) return refused('slot-too-soon')
  if (ahead > HORIZON_DAYS * 86_400_000) return refused('slot-too-far')
  const slot = slotAt(during, { timeZone, ...week }, teamSize)
  if (!slot?.open) return refused('slot-taken')
  const load = (member: MemberId) => week.busy.filter((taken) => taken.member === member).length
  return done(
    slot.free
      .toSorted((one, other) => load(one) - load(other) || (one < other ? -1 : 1))
      .slice(0, teamSize),
  )
}
