import { expireOrders } from '#app/domains/orders/expire-orders.server.ts'
import type { Item } from '#app/domains/orders/find-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { OrderId, TenantId } from '#app/kernel/ids.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import { inTenant, type TenantDb, touchContent } from '#tenants/scope.server.ts'

/** Releases what unpaid orders held for too long. Returns the orders that lapsed. */
export function releaseLapsedHolds(tenant: TenantId, at: Instant): Promise<OrderId[]> {
  return inTenant(tenant, async (db) => {
    const lapsed = await releaseExpired(db, at)
    if (lapsed.length > 0) await touchContent(db, tenant)
    return [...new Set(lapsed.map(({ orderId }) => orderId))]
  })
}

/** Expires unpaid orders whose time to pay is over, and releases what their items reserved. Returns those items. */
export async function releaseExpired(db: TenantDb, at: Instant): Promise<Item[]> {
  const lapsed = await expireOrders(db, at)
  await releaseItems(db, lapsed)
  return lapsed
}

/** Releases what items reserved. */
export async function releaseItems(db: TenantDb, items: readonly Item[]): Promise<void> {
  await Promise.all(items.map((item) => actsOf(item.kind).release(db, item)))
}
