import { and, eq, gt, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import { type ListingId, type MemberId, newId } from '#app/kernel/ids.ts'
import { repeatSince } from '#app/kernel/repeat.ts'
import { listings } from '#db/schema/offerings.ts'
import { advisoryLock, type TenantDb } from '#tenants/scope.server.ts'
import { quoteVisit, usualChoices, type VisitFields } from './kinds/visit.ts'

export type ListingWords = {
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly fields: VisitFields
}

type New = ListingWords & {
  /** The co-op's currency, in which its fields are priced. */
  readonly currency: string
  readonly slug: string
  readonly sample: boolean
  readonly position: number
  readonly by: MemberId | null
  readonly at: Instant
}

type Rewritten = ListingWords & Pick<New, 'currency' | 'at'>

/** The listing that the same member drafted a moment ago, alike in every word and price. */
export async function justDrafted(
  db: TenantDb,
  { title, summary, body, fields, by, at }: ListingWords & { readonly by: MemberId; at: Instant },
): Promise<ListingId | undefined> {
  await advisoryLock(db, 'listings')
  const [same] = await db
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
  return same?.id
}

/** Adds a listing as a draft that only members see. */
export async function draftListing(
  db: TenantDb,
  { by, at, currency, ...listing }: New,
): Promise<ListingId> {
  const id = newId<ListingId>()
  await db.insert(listings).values({
    tenantId: db.tenant,
    id,
    kind: 'visit',
    ...listing,
    ...fromPrice(listing.fields, currency),
    createdBy: by,
    createdAt: at,
    updatedAt: at,
  })
  return id
}

/** Writes a listing anew, as its next version, and says what it costs from now on. */
export async function rewriteListing(
  db: TenantDb,
  id: ListingId,
  { currency, at, ...words }: Rewritten,
): Promise<bigint> {
  const from = fromPrice(words.fields, currency)
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
  return from.fromMinor
}

/** A sample becomes the co-op's own as it stands: whoever puts it on sale stands by its words and its price. */
export async function adoptSample(db: TenantDb, id: ListingId): Promise<void> {
  await db.update(listings).set({ sample: false }).where(thisListing(db, id))
}

export async function showListing(
  db: TenantDb,
  id: ListingId,
  shown: boolean,
  at: Instant,
): Promise<void> {
  const change = shown
    ? { state: 'published' as const, publishedAt: at }
    : { state: 'withdrawn' as const }
  await db
    .update(listings)
    .set({ ...change, updatedAt: at })
    .where(thisListing(db, id))
}

/** Where a new listing's address and place are free: the wished address, or the first with a number after it. */
export async function freePlace(
  db: TenantDb,
  wished: string,
): Promise<{ slug: string; position: number }> {
  const taken = await db
    .select({ slug: listings.slug, position: listings.position })
    .from(listings)
    .where(eq(listings.tenantId, db.tenant))
  const slugs = new Set(taken.map(({ slug }) => slug))
  let slug = wished
  for (let number = 2; slugs.has(slug); number += 1) slug = `${wished}-${number}`
  return { slug, position: Math.max(-1, ...taken.map(({ position }) => position)) + 1 }
}

/** What the listing's page says "from": the usual choices, priced. */
function fromPrice(
  fields: VisitFields,
  currency: string,
): { fromMinor: bigint; fromMinutes: number } {
  const quote = quoteVisit(fields, usualChoices(fields), currency)
  if (!quote.ok)
    throw new RangeError(`A listing whose own usual choices cannot be priced: ${quote.refusal}`)
  return { fromMinor: quote.value.total.minor, fromMinutes: quote.value.workMinutes }
}

function thisListing(db: TenantDb, id: ListingId) {
  return and(eq(listings.tenantId, db.tenant), eq(listings.id, id))
}
