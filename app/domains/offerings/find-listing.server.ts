import { and, asc, eq } from 'drizzle-orm'
import type { ListingId } from '#app/kernel/ids.ts'
import { listings } from '#db/schema/offerings.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** A listing. Its kind defines its `fields`. */
export type Listing = Omit<typeof listings.$inferSelect, 'search'>

/** Returns a published listing by its address. */
export async function publishedListing(db: TenantDb, slug: string): Promise<Listing | undefined> {
  const [listing] = await db
    .select()
    .from(listings)
    .where(
      and(
        eq(listings.tenantId, db.tenant),
        eq(listings.slug, slug),
        eq(listings.state, 'published'),
      ),
    )
  return listing
}

/** Returns every published listing. */
export async function publishedListings(db: TenantDb): Promise<Listing[]> {
  return db
    .select()
    .from(listings)
    .where(and(eq(listings.tenantId, db.tenant), eq(listings.state, 'published')))
    .orderBy(asc(listings.position))
}

/** Returns a listing in any state, for its co-op's members. `lock` locks it until the transaction ends. */
export async function listingById(
  db: TenantDb,
  id: ListingId,
  lock = false,
): Promise<Listing | undefined> {
  const query = db
    .select()
    .from(listings)
    .where(and(eq(listings.tenantId, db.tenant), eq(listings.id, id)))
  const [listing] = await (lock ? query.for('update') : query)
  return listing
}
