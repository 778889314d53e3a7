import { and, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { OrderId } from '#app/kernel/ids.ts'
import { bookings, orders } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** Lets go of the time that unpaid orders held, once their time to pay is over, and says which orders lapsed. */
export async function releaseHolds(db: TenantDb, at: Instant): Promise<OrderId[]> {
  const lapsed = await db
    .update(orders)
    .set({ state: 'lapsed' })
    .where(
      and(
        eq(orders.tenantId, db.tenant),
        eq(orders.state, 'placed'),
        lte(orders.holdUntil, at),
        sql`${orders.id} in (select id from orders where tenant_id = ${db.tenant} and state = 'placed' and hold_until <= ${at.toString()}::timestamptz for update skip locked)`,
      ),
    )
    .returning({ id: orders.id })
  const ids = lapsed.map(({ id }) => id)
  if (ids.length > 0) {
    await db
      .update(bookings)
      .set({ state: 'released' })
      .where(and(eq(bookings.tenantId, db.tenant), inArray(bookings.orderId, ids)))
  }
  return ids
}
