import { and, asc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { type Instant, writeInstant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { timesOf } from '#app/offerings/registry.server.ts'
import { customers, orderEarners, orderItems, orders } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

type JobsQuery = { readonly since: Instant; readonly limit: number }

/**
 * Returns the paid items by which a member earns and whose time ends after `since`, the next first. Items without a time
 * follow while they are open.
 */
export async function jobsOfMember(db: TenantDb, member: MemberId, { since, limit }: JobsQuery) {
  const ends = sql`times.ends_at`
  const after = sql`${writeInstant(since)}::timestamptz`
  const times = sql`(${timesOf(db.tenant)}) times`
  return db
    .select({
      order: { id: orders.id, code: orders.code, placedAt: orders.placedAt },
      item: { id: orderItems.id, kind: orderItems.kind },
      title: orderItems.title,
      state: orderItems.state,
      customer: customers.name,
    })
    .from(orderEarners)
    .innerJoin(
      orderItems,
      and(eq(orderItems.tenantId, db.tenant), eq(orderItems.id, orderEarners.itemId)),
    )
    .innerJoin(orders, and(eq(orders.tenantId, db.tenant), eq(orders.id, orderItems.orderId)))
    .innerJoin(
      customers,
      and(eq(customers.tenantId, db.tenant), eq(customers.id, orders.customerId)),
    )
    .leftJoin(times, sql`times.item_id = ${orderItems.id}`)
    .where(
      and(
        eq(orderEarners.tenantId, db.tenant),
        eq(orderEarners.memberId, member),
        isNull(orderEarners.until),
        or(
          and(eq(orderItems.state, 'paid'), sql`(${ends} is null or ${ends} >= ${after})`),
          and(
            eq(orderItems.state, 'settled'),
            gte(orderItems.settledAt, since),
            sql`${ends} >= ${after}`,
          ),
        ),
      ),
    )
    .orderBy(sql`times.starts_at nulls last`, asc(orderItems.id))
    .limit(limit)
}
