import { and, eq, inArray } from 'drizzle-orm'
import type { ListingId } from '#app/kernel/ids.ts'
import { listingPhotos, listings } from '#db/schema/offerings.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

const thisCoOpsSamples = (db: TenantDb) =>
  and(eq(listings.tenantId, db.tenant), eq(listings.sample, true))

/** Returns the blueprint's sample listings that the co-op has not adopted. */
export async function samplesOf(db: TenantDb): Promise<ListingId[]> {
  const rows = await db.select({ id: listings.id }).from(listings).where(thisCoOpsSamples(db))
  return rows.map(({ id }) => id)
}

/**
 * Removes the blueprint's sample listings. One of the `ordered` listings is withdrawn instead, because orders name it.
 */
export async function removeSamples(db: TenantDb, ordered: readonly ListingId[]): Promise<void> {
  if (ordered.length > 0)
    await db
      .update(listings)
      .set({ state: 'withdrawn', sample: false })
      .where(and(thisCoOpsSamples(db), inArray(listings.id, ordered)))
  const removable = db.select({ id: listings.id }).from(listings).where(thisCoOpsSamples(db))
  await db
    .delete(listingPhotos)
    .where(and(eq(listingPhotos.tenantId, db.tenant), inArray(listingPhotos.listingId, removable)))
  await db.delete(listings).where(thisCoOpsSamples(db))
}
