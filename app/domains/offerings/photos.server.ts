import { and, asc, count, eq, max, min } from 'drizzle-orm'
import type { FileId, ListingId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { listingPhotos } from '#db/schema/offerings.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** More than this nobody looks at, and every one is kept in three sizes. */
const MOST = 8

/** Hangs a picture last on a listing. `alt` is what a reader hears who cannot see it. */
export async function attachPhoto(
  db: TenantDb,
  { listing, file, alt }: { listing: ListingId; file: FileId; alt: string },
): Promise<Outcome<null, 'too-many-pictures'>> {
  const [hung] = await db
    .select({ count: count(), last: max(listingPhotos.position) })
    .from(listingPhotos)
    .where(of(db, listing))
  if ((hung?.count ?? 0) >= MOST) return refused('too-many-pictures')
  await db.insert(listingPhotos).values({
    tenantId: db.tenant,
    id: crypto.randomUUID(),
    listingId: listing,
    fileId: file,
    alt,
    position: (hung?.last ?? -1) + 1,
  })
  return done(null)
}

/** Takes a picture off a listing; false when it does not hang there. */
export async function detachPhoto(
  db: TenantDb,
  listing: ListingId,
  file: FileId,
): Promise<boolean> {
  const taken = await db
    .delete(listingPhotos)
    .where(and(of(db, listing), eq(listingPhotos.fileId, file)))
    .returning({ id: listingPhotos.id })
  return taken.length > 0
}

/** Makes a picture the one that lists and shares show. */
export async function makeCoverPhoto(
  db: TenantDb,
  listing: ListingId,
  file: FileId,
): Promise<void> {
  const [first] = await db
    .select({ at: min(listingPhotos.position) })
    .from(listingPhotos)
    .where(of(db, listing))
  await db
    .update(listingPhotos)
    .set({ position: (first?.at ?? 0) - 1 })
    .where(and(of(db, listing), eq(listingPhotos.fileId, file)))
}

export function photosOf(db: TenantDb, listing: ListingId) {
  return db
    .select({ file: listingPhotos.fileId, alt: listingPhotos.alt })
    .from(listingPhotos)
    .where(of(db, listing))
    .orderBy(asc(listingPhotos.position))
}

function of(db: TenantDb, listing: ListingId) {
  return and(eq(listingPhotos.tenantId, db.tenant), eq(listingPhotos.listingId, listing))
}
