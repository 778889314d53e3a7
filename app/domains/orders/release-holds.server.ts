import { sql } from 'drizzle-orm'
import { type Instant, writeInstant } from '#app/kernel/clock.ts'
import type { OrderId } from '#app/kernel/ids.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** Lets go of the time that unpaid orders held, once their time to pay is over, and says which orders lapsed. */
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
    ), freed as (
      update bookings set state = 'released' from lapsed
      where bookings.tenant_id = ${db.tenant} and bookings.order_id = lapsed.id
    )
    select id from lapsed`)
  return lapsed.map(({ id }) => id)
}
