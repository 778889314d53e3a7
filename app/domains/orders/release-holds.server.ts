import { sql } from 'drizzle-orm'
import { type Instant, writeInstant } from '#app/kernel/clock.ts'
import type { OrderId } from '#app/kernel/ids.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/**
 * Expires unpaid orders and their items when the time to pay is over, and releases the time that they held. Returns the
 * expired orders.
 */
export async function releaseHolds(db: TenantDb, at: Instant): Promise<OrderId[]> {
  const lapsed = await db.execute<{ id: OrderId }>(sql`
    with lapsed as (
      update orders set state = 'lapsed'
      where tenant_id = ${db.tenant} and state = 'placed' and id in (
        select id from orders
        where tenant_id = ${db.tenant} and state = 'placed' and hold_until <= ${writeInstant(at)}::timestamptz
        for update skip locked
      )
      returning id
    ), items as (
      update order_items set state = 'lapsed' from lapsed
      where order_items.tenant_id = ${db.tenant} and order_items.order_id = lapsed.id and order_items.state = 'placed'
      returning order_items.id
    ), freed as (
      update bookings set state = 'released' from items
      where bookings.tenant_id = ${db.tenant} and bookings.item_id = items.id
    )
    select id from lapsed`)
  return lapsed.map(({ id }) => id)
}
