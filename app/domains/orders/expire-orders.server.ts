import { sql } from 'drizzle-orm'
import { type Instant, writeInstant } from '#app/kernel/clock.ts'
import type { OrderId } from '#app/kernel/ids.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { type Item, itemsOf } from './find-order.server.ts'

/**
 * Expires unpaid orders and their items when the time to pay is over. Returns the expired items. Their kinds release what
 * they reserved.
 */
export async function expireOrders(db: TenantDb, at: Instant): Promise<Item[]> {
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
    )
    select id from lapsed`)
  const items = await itemsOf(
    db,
    lapsed.map(({ id }) => id),
  )
  return items.filter(({ state }) => state === 'lapsed')
}
