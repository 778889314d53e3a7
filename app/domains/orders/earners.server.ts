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

/**
 * Sets who earns by the item from this moment, with their weights. Nobody else earns by it any longer. The database
 * refuses it once the item is settled or cancelled.
 */
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
  for (const { member, weight } of earners) await openClaim(db, item, { member, weight, at })
}

type Claim = Earner & { readonly at: Instant }

/**
 * Sets the weight of a member's open claim on an item, or opens one. A member who left and returns has another row, unless
 * they left in the moment in which they came.
 */
async function openClaim(db: TenantDb, item: ItemId, { member, weight, at }: Claim): Promise<void> {
  const open = await db
    .update(orderEarners)
    .set({ weight })
    .where(
      and(
        eq(orderEarners.tenantId, db.tenant),
        eq(orderEarners.itemId, item),
        eq(orderEarners.memberId, member),
        isNull(orderEarners.until),
      ),
    )
    .returning({ member: orderEarners.memberId })
  if (open.length > 0) return
  await db
    .insert(orderEarners)
    .values({ tenantId: db.tenant, itemId: item, memberId: member, weight, since: at })
    .onConflictDoUpdate({
      target: [
        orderEarners.tenantId,
        orderEarners.itemId,
        orderEarners.memberId,
        orderEarners.since,
      ],
      set: { weight, until: null },
    })
}
