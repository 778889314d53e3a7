import { releaseHolds } from '#app/domains/orders/release-holds.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { OrderId, TenantId } from '#app/kernel/ids.ts'
import { inTenant, touchContent } from '#tenants/scope.server.ts'

/** Releases what unpaid orders held for too long. Returns the orders that lapsed. */
export function releaseLapsedHolds(tenant: TenantId, at: Instant): Promise<OrderId[]> {
  return inTenant(tenant, async (db) => {
    const lapsed = await releaseHolds(db, at)
    if (lapsed.length > 0) await touchContent(db, tenant)
    return lapsed
  })
}
