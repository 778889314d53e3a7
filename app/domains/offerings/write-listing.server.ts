import { and, eq, gt, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import { type ListingId, type MemberId, newId } from '#app/kernel/ids.ts'
import { repeatSince } from '#app/kernel/repeat.ts'
import { listings } from '#db/schema/offerings.ts'
import { advisoryLock, type TenantDb } from '#tenants/scope.server.ts'

export type ListingWords = {
  readonly title: string
  readonly summary: string
  readonly body: string
  /** The fields that its kind defines. */
  readonly fields: unknown
}

/** The "from" price and duration of a listing: its kind prices the usual choices. */
export type FromPrice = { readonly fromMinor: bigint; readonly fromMinutes: number }

type NewListing = ListingWords & {
  readonly kind: string
  readonly from: FromPrice
  readonly slug: string
  readonly sample: boolean
  readonly position: number
  readonly by: MemberId | null
  readonly at: Instant
}

type ListingChange = ListingWords & Pick<NewListing, 'from' | 'at'>

/** Returns the draft that the same member made a moment ago with the same words and price. */
export async function findRepeatedDraft(
  db: TenantDb,
  { title, summary, body, fields, by, at }: ListingWords & { readonly by: MemberId; at: Instant },
): Promise<ListingId | undefined> {
  await advisoryLock(db, 'listings')
  const [repeated] = await db
    .select({ id: listings.id })
    .from(listings)
    .where(
      and(
        eq(listings.tenantId, db.tenant),
        eq(listings.createdBy, by),
        eq(listings.title, title),
        eq(listings.summary, summary),
        eq(listings.body, body),
        sql`${listings.fields} = ${JSON.stringify(fields)}::text::jsonb`,
        gt(listings.createdAt, repeatSince(at)),
      ),
    )
  return repeated?.id
}

/** Adds a listing as a draft, which only members see. */
export async function draftListing(
  db: TenantDb,
  { by, at, from, kind, ...listing }: NewListing,
): Promise<ListingId> {
  const id = newId<ListingId>()
  await db.insert(listings).values({
    tenantId: db.tenant,
    id,
    kind,
    ...listing,
    ...from,
    createdBy: by,
    createdAt: at,
    updatedAt: at,
  })
  return id
}

/** Rewrites a listing as its next version. */
export async function rewriteListing(
  db: TenantDb,
  id: ListingId,
  { from, at, ...words }: ListingChange,
): Promise<void> {
  await db
    .update(listings)
    .set({
      ...words,
      ...from,
      sample: false,
      updatedAt: at,
      version: sql`${listings.version} + 1`,
    })
    .where(thisListing(db, id))
}

/** Makes a sample the co-op's own without changes: the member who publishes it answers for its words and its price. */
export async function adoptSample(db: TenantDb, id: ListingId): Promise<void> {
  await db.update(listings).set({ sample: false }).where(thisListing(db, id))
}

export async function setPublished(
  db: TenantDb,
  id: ListingId,
  published: boolean,
  at: Instant,
): Promise<void> {
  const change = published
    ? { state: 'published' as const, publishedAt: at }
    : { state: 'withdrawn' as const }
  await db
    .update(listings)
    .set({ ...change, updatedAt: at })
    .where(thisListing(db, id))
}

/**
 * Returns a free address and position for a new listing: the preferred address, or the first free one with a number
 * after it.
 */
export async function findFreePlace(
  db: TenantDb,
  preferred: string,
): Promise<{ slug: string; position: number }> {
  const existing = await db
    .select({ slug: listings.slug, position: listings.position })
    .from(listings)
    .where(eq(listings.tenantId, db.tenant))
  const slugs = new Set(existing.map(({ slug }) => slug))
  let slug = preferred
  for (let number = 2; slugs.has(slug); number += 1) slug = `${preferred}-${number}`
  return { slug, position: Math.max(-1, ...existing.map(({ position }) => position)) + 1 }
}

function thisListing(db: TenantDb, id: ListingId) {
  return and(eq(listings.tenantId, db.tenant), eq(listings.id, id))
}
