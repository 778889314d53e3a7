import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId, TenantId } from '#app/kernel/ids.ts'
import { orderVisits } from '#db/schema/visits.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { VisitDetails } from './details.ts'

export type Visit = typeof orderVisits.$inferSelect
export type TimeRange = { readonly from: Instant; readonly until: Instant }

type NewVisit = Omit<VisitDetails, 'start'> & {
  readonly teamSize: number
  readonly workMinutes: number
  readonly during: TimeRange
}

/** Adds the row of a new visit. */
export async function addVisit(
  db: TenantDb,
  item: ItemId,
  { teamSize, workMinutes, during, address, notes }: NewVisit,
): Promise<void> {
  await db.insert(orderVisits).values({
    tenantId: db.tenant,
    itemId: item,
    teamSize,
    workMinutes,
    startsAt: during.from,
    endsAt: during.until,
    address,
    notes,
  })
}

export async function visitsOf(db: TenantDb, items: readonly ItemId[]): Promise<Visit[]> {
  if (items.length === 0) return []
  return db
    .select()
    .from(orderVisits)
    .where(and(eq(orderVisits.tenantId, db.tenant), inArray(orderVisits.itemId, [...items])))
}

export async function visitOf(db: TenantDb, item: ItemId): Promise<Visit> {
  const [visit] = await visitsOf(db, [item])
  if (!visit) throw new Error('An item of a visit without its visit.')
  return visit
}

/** Corrects the address and the notes of a visit. */
export async function correctVisit(
  db: TenantDb,
  item: ItemId,
  { address, notes }: Pick<VisitDetails, 'address' | 'notes'>,
): Promise<void> {
  await db.update(orderVisits).set({ address, notes }).where(thisVisit(db, item))
}

/** Changes the time of a visit. The caller books its team. */
export async function moveVisit(
  db: TenantDb,
  { itemId, changes }: Visit,
  { from, until }: TimeRange,
): Promise<void> {
  await db
    .update(orderVisits)
    .set({ startsAt: from, endsAt: until, changes: changes + 1 })
    .where(thisVisit(db, itemId))
}

/** Selects when each visit begins and ends, and how long each of its team works, in minutes. */
export const visitTimes = (tenant: TenantId) => sql`
  select item_id, starts_at, ends_at, work_minutes::numeric / team_size as minutes
  from order_visits where tenant_id = ${tenant}`

function thisVisit(db: TenantDb, item: ItemId) {
  return and(eq(orderVisits.tenantId, db.tenant), eq(orderVisits.itemId, item))
}
