import { removeSamples } from '#app/domains/listings/remove-samples.server.ts'
import { showListing } from '#app/domains/listings/write-listing.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ListingId, TenantId } from '#app/kernel/ids.ts'
import { inTenant, touchContent } from '#tenants/scope.server.ts'

/** Publishes or withdraws a listing, and what the street sees with it. */
export function showOwnListing(
  tenant: TenantId,
  { listing, shown, at }: { listing: ListingId; shown: boolean; at: Instant },
): Promise<void> {
  return inTenant(tenant, async (db) => {
    await showListing(db, listing, shown, at)
    await touchContent(db, tenant)
  })
}

/** Takes the blueprint's samples off the storefront. */
export function takeSamplesAway(tenant: TenantId): Promise<void> {
  return inTenant(tenant, async (db) => {
    await removeSamples(db)
    await touchContent(db, tenant)
  })
}
