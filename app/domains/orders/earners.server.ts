import { and, asc, eq, inArray, isNotNull, isNull, not, or, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId, MemberId } from '#app/kernel/ids.ts'
import { orderEarners } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** A member who earns by an item, and their weight. */
export type Earner = { readonly member: MemberId; readonly weight: bigint }

/** Returns who earns by an item now, by member. */
export async function earnersOf(db: TenantDb, item: ItemId): Promise<Earner[]> {
  return db
    .select({ member: orderEarners.memberId, weight: orderEarners.weight })
    .from(orderEarners)
    .where(
      and(
        eq(orderEarners.tenantId, db.tenant),
        eq(orderEarners.itemId, item),
        isNull(orderEarners.until),
      ),
    )
    .orderBy(asc(orderEarners.memberId))
}

/**
 * Sets who earns by the item from this moment, with their weights. Nobody else earns by it any longer. A member who left
 * and returns has another row, unless they left in the moment in which they came. The database refuses it once the item
 * is settled or cancelled.
 */
export async function setEarners(
  db: TenantDb,
  item: ItemId,
  earners: readonly Earner[],
  at: Instant,
): Promise<void> {
  const members = earners.map(({ member }) => member)
  const isCurrent = members.length > 0 ? inArray(orderEarners.memberId, members) : sql`false`
  const moment = sql`${at.toString()}::timestamptz`
  await db
    .update(orderEarners)
    .set({
      until: sql`case when ${isCurrent} then null else greatest(${orderEarners.since}, ${moment}) end`,
    })
    .where(
      and(
        eq(orderEarners.tenantId, db.tenant),
        eq(orderEarners.itemId, item),
        or(
          and(isNull(orderEarners.until), not(isCurrent)),
          and(isNotNull(orderEarners.until), isCurrent, sql`${orderEarners.since} = ${moment}`),
        ),
      ),
    )
  if (earners.length === 0) return
  const rows = earners.map(({ member, weight }) => ({
    tenantId: db.tenant,
    itemId: item,
    memberId: member,
    weight,
    since: at,
  }))
  await db
    .insert(orderEarners)
    .values(rows)
    .onConflictDoUpdate({
      target: [orderEarners.tenantId, orderEarners.itemId, orderEarners.memberId],
      targetWhere: isNull(orderEarners.until),
      set: { weight: sql`excluded.weight` },
    })
}
