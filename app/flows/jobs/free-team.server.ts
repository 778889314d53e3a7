import { releaseHolds } from '#app/domains/orders/release-holds.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { done, type Outcome } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import {
  dayOf,
  openSlot,
  readWeek,
  type SlotRefusal,
  type Visit,
  type Week,
} from '#app/rules/jobs/open-slot.server.ts'
import { advisoryLock, type TenantDb } from '#tenants/scope.server.ts'

/** A team that works then and is not taken, chosen by least work in hand that week, then by id. */
export async function freeTeam(
  db: TenantDb,
  tenant: Tenant,
  visit: Visit,
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

/** The team of a week for one visit, or why there is none. */
export function chooseTeam(
  week: Week,
  tenant: Tenant,
  visit: Visit,
): Outcome<MemberId[], SlotRefusal> {
  const slot = openSlot(week, tenant, visit)
  if (!slot.ok) return slot
  const load = (member: MemberId) =>
    week.busy.filter((taken) => taken.member === member && taken.order !== visit.without).length
  return done(
    slot.value.free
      .toSorted((one, other) => load(one) - load(other) || (one < other ? -1 : 1))
      .slice(0, visit.teamSize),
  )
}
