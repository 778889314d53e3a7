import { and, eq, inArray } from 'drizzle-orm'
import type { ListingId } from '#app/kernel/ids.ts'
import { listingPhotos, listings } from '#db/schema/offerings.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

const samples = (db: TenantDb) => and(eq(listings.tenantId, db.tenant), eq(listings.sample, true))

/** The blueprint's sample listings that nobody has made their own. */
export async function samplesOf(db: TenantDb): Promise<ListingId[]> {
  const rows = await db.select({ id: listings.id }).from(listings).where(samples(db))
  return rows.map(({ id }) => id)
}

/** Removes the blueprint's sample listings; one that was `ordered` stays, withdrawn, because orders name it. */
export async function removeSamples(db: TenantDb, ordered: readonly ListingId[]): Promise<void> {
  if (ordered.length > 0)
    await db
      .update(listings)
      .set({ state: 'withdrawn', sample: false })
      .where(and(samples(db), inArray(listings.id, ordered)))
  const doomed = db.select({ id: listings.id }).from(listings).where(samples(db))
  await db
    .delete(listingPhotos)
    .where(and(eq(listingPhotos.tenantId, db.tenant), inArray(listingPhotos.listingId, doomed)))
  await db.delete(listings).where(samples(db))
}
