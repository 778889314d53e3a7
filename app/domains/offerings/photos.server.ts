import { and, asc, count, eq, max, min } from 'drizzle-orm'
import type { FileId, ListingId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { listingPhotos } from '#db/schema/offerings.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** The limit of photos on a listing, because every photo is stored in three sizes. */
const MAX_PHOTOS = 8

/** Adds a photo to a listing as its last one. `alt` is the text for readers who cannot see it. */
export async function attachPhoto(
  db: TenantDb,
  { listing, file, alt }: { listing: ListingId; file: FileId; alt: string },
): Promise<Outcome<null, 'too-many-pictures'>> {
  const [existing] = await db
    .select({ count: count(), last: max(listingPhotos.position) })
    .from(listingPhotos)
    .where(thisListingsPhotos(db, listing))
  if ((existing?.count ?? 0) >= MAX_PHOTOS) return refused('too-many-pictures')
  await db.insert(listingPhotos).values({
    tenantId: db.tenant,
    id: crypto.randomUUID(),
    listingId: listing,
    fileId: file,
    alt,
    position: (existing?.last ?? -1) + 1,
  })
  return done(null)
}

/** Removes a photo from a listing. Returns false when the listing does not have it. */
export async function detachPhoto(
  db: TenantDb,
  listing: ListingId,
  file: FileId,
): Promise<boolean> {
  const removed = await db
    .delete(listingPhotos)
    .where(and(thisListingsPhotos(db, listing), eq(listingPhotos.fileId, file)))
    .returning({ id: listingPhotos.id })
  return removed.length > 0
}

/** Makes a photo the cover, which lists and previews show. */
export async function makeCoverPhoto(
  db: TenantDb,
  listing: ListingId,
  file: FileId,
): Promise<void> {
  const [first] = await db
    .select({ at: min(listingPhotos.position) })
    .from(listingPhotos)
    .where(thisListingsPhotos(db, listing))
  await db
    .update(listingPhotos)
    .set({ position: (first?.at ?? 0) - 1 })
    .where(and(thisListingsPhotos(db, listing), eq(listingPhotos.fileId, file)))
}

export function photosOf(db: TenantDb, listing: ListingId) {
  return db
    .select({ file: listingPhotos.fileId, alt: listingPhotos.alt })
    .from(listingPhotos)
    .where(thisListingsPhotos(db, listing))
    .orderBy(asc(listingPhotos.position))
}

function thisListingsPhotos(db: TenantDb, listing: ListingId) {
  return and(eq(listingPhotos.tenantId, db.tenant), eq(listingPhotos.listingId, listing))
}
