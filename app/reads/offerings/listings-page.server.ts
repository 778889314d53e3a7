import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { termsInForce } from '#app/domains/federation/terms.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { kindOf } from '#app/offerings/registry.server.ts'
import { listings } from '#db/schema/offerings.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import type { SORTS } from './listing-sorts.ts'
import { splitRuleOf } from '#app/kernel/split-rule.ts'

export type ListingsQuery = {
  readonly search: string
  readonly sort: (typeof SORTS)[number]
  readonly team: number | null
}

const PER_PAGE = 24

/**
 * Reads the listings that match the query, in the members' order or the reader's choice, and whether the co-op has any
 * listing.
 */
export function readListings(tenant: Tenant, query: ListingsQuery) {
  return inTenant(
    tenant.id,
    async (db) => {
      const rows = await db
        .select({
          kind: listings.kind,
          slug: listings.slug,
          title: listings.title,
          summary: listings.summary,
          fromMinor: listings.fromMinor,
          fromMinutes: listings.fromMinutes,
          fields: listings.fields,
          photo: firstPhoto(db),
          alt: firstAlt(db),
        })
        .from(listings)
        .where(
          and(
            eq(listings.tenantId, db.tenant),
            eq(listings.state, 'published'),
            matches(query.search),
          ),
        )
        .orderBy(...orderBy(query.sort))
        .limit(PER_PAGE)
      const found = rows
        .map(({ fields, fromMinutes: minutes, ...row }) => {
          const { workers } = kindOf(row.kind).offer(fields)
          return { ...row, workers, minutes }
        })
        .filter(({ workers }) => query.team === null || workers === query.team)
      return { found, any: found.length > 0 || (await hasListings(db)) }
    },
    { readOnly: true },
  )
}

function matches(search: string): SQL | undefined {
  const words = search.split(/\s+/).filter(Boolean).slice(0, 8)
  if (words.length === 0) return undefined
  const prefixes = words.map(
    (word) => sql`to_tsquery('simple', app.fold(quote_literal(${word})) || ':*')`,
  )
  return and(...prefixes.map((prefix) => sql`${listings.search} @@ ${prefix}`))
}

async function hasListings(db: TenantDb): Promise<boolean> {
  const [row] = await db
    .select({ id: listings.id })
    .from(listings)
    .where(and(eq(listings.tenantId, db.tenant), eq(listings.state, 'published')))
    .limit(1)
  return row !== undefined
}

function orderBy(sort: ListingsQuery['sort']): SQL[] {
  if (sort === 'price') return [asc(listings.fromMinor), asc(listings.position)]
  if (sort === 'time') return [asc(listings.fromMinutes), asc(listings.position)]
  return [asc(listings.position), desc(listings.publishedAt)]
}

/** Selects the photo of a listing that lists show. */
export function firstPhoto(db: TenantDb) {
  return sql<
    string | null
  >`(select file_id from listing_photos p where p.tenant_id = ${db.tenant} and p.listing_id = listings.id order by position limit 1)`
}

function firstAlt(db: TenantDb) {
  return sql<
    string | null
  >`(select alt from listing_photos p where p.tenant_id = ${db.tenant} and p.listing_id = listings.id order by position limit 1)`
}

/** Reads one published listing with its photos, its latest reviews, and the rules by which it is priced. */
export function readListing(tenant: Tenant, slug: string, at: Instant) {
  return inTenant(
    tenant.id,
    async (db) => {
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
      if (!listing) return undefined
      const photos = await db.execute<{
        id: string
        alt: string
        width: number
        height: number
      }>(sql`
        select f.id, p.alt, f.width, f.height from listing_photos p join files f on f.tenant_id = ${db.tenant} and f.id = p.file_id
        where p.tenant_id = ${db.tenant} and p.listing_id = ${listing.id} order by p.position`)
      const reviews = await db.execute<{ body: string; name: string; stars: number }>(sql`
        select body, customer_name as name, stars from reviews
        where tenant_id = ${db.tenant} and listing_id = ${listing.id} and body <> '' order by created_at desc, id desc limit 3`)
      const [{ charter }, terms] = await Promise.all([charterInForce(db), termsInForce(db, at)])
      return {
        id: listing.id,
        kind: listing.kind,
        slug: listing.slug,
        title: listing.title,
        summary: listing.summary,
        body: listing.body,
        sample: listing.sample,
        fromMinor: listing.fromMinor,
        fields: listing.fields,
        workers: kindOf(listing.kind).offer(listing.fields).workers,
        photos: [...photos],
        reviews: [...reviews],
        rule: splitRuleOf(charter, terms),
        charter,
      }
    },
    { readOnly: true },
  )
}
