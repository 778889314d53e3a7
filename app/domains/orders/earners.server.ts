import { and, asc, eq, isNull, notInArray, sql } from 'drizzle-orm'
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

/** Sets who earns by the item from this moment, with their weights. Nobody else earns by it any longer. */
export async function setEarners(
  db: TenantDb,
  item: ItemId,
  earners: readonly Earner[],
  at: Instant,
): Promise<void> {
  const current = earners.map(({ member }) => member)
  await db
    .update(orderEarners)
    .set({ until: sql`greatest(${orderEarners.since}, ${at.toString()}::timestamptz)` })
    .where(
      and(
        eq(orderEarners.tenantId, db.tenant),
        eq(orderEarners.itemId, item),
        isNull(orderEarners.until),
        current.length > 0 ? notInArray(orderEarners.memberId, current) : undefined,
      ),
    )
  if (earners.length === 0) return
  await db
    .insert(orderEarners)
    .values(
      earners.map(({ member, weight }) => ({
        tenantId: db.tenant,
        itemId: item,
        memberId: member,
        weight,
        since: at,
      })),
    )
    .onConflictDoUpdate({
      target: [orderEarners.tenantId, orderEarners.itemId, orderEarners.memberId],
      set: { weight: sql`excluded.weight`, until: null },
    })
}
