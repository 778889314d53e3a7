import { and, eq, inArray, sql } from 'drizzle-orm'
import { listingPhotos, listings } from '#db/schema/listings.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** Takes away the blueprint's sample listings; one that was ordered already stays, withdrawn, because orders name it. */
export async function removeSamples(db: TenantDb): Promise<void> {
  const samples = and(eq(listings.tenantId, db.tenant), eq(listings.sample, true))
  await db
    .update(listings)
    .set({ state: 'withdrawn', sample: false })
    .where(and(samples, ordered(db)))
  const doomed = db.select({ id: listings.id }).from(listings).where(samples)
  await db
    .delete(listingPhotos)
    .where(and(eq(listingPhotos.tenantId, db.tenant), inArray(listingPhotos.listingId, doomed)))
  await db.delete(listings).where(samples)
}

function ordered(db: TenantDb) {
  return sql`exists (select from orders where tenant_id = ${db.tenant} and listing_id = listings.id)`
}
