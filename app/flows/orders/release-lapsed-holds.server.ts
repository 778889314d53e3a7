import { releaseHolds } from '#app/domains/orders/release-holds.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { OrderId, TenantId } from '#app/kernel/ids.ts'
import { inTenant, touchContent } from '#tenants/scope.server.ts'

/** Offers again the time that unpaid orders held too long, and says which orders lapsed. */
export function releaseLapsedHolds(tenant: TenantId, at: Instant): Promise<OrderId[]> {
  return inTenant(tenant, async (db) => {
    const lapsed = await releaseHolds(db, at)
    if (lapsed.length > 0) await touchContent(db, tenant)
    return lapsed
  })
}
