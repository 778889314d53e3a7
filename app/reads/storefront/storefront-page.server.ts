import { and, avg, count, desc, eq, ne, sql } from 'drizzle-orm'
import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { termsInForce } from '#app/domains/federation/terms.server.ts'
import { storefrontOf } from '#app/domains/storefront/storefront.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { charterVersions } from '#db/schema/charter.ts'
import { listings } from '#db/schema/offerings.ts'
import { members } from '#db/schema/members.ts'
import { reviews } from '#db/schema/orders.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { actsOf, kindOf } from '#app/offerings/registry.server.ts'
import { splitPrice } from '#app/rules/offerings/price-split.ts'
import { usualQuote } from '#app/rules/offerings/usual-quote.ts'
import { splitRuleOf } from '#app/kernel/split-rule.ts'

/** Reads everything that the first page of a co-op's site shows. */
export function readStorefrontPage(tenant: Tenant, at: Instant) {
  return inTenant(tenant.id, (db) => storefrontPage(db, tenant, at), { readOnly: true })
}

async function storefrontPage(db: TenantDb, tenant: Tenant, at: Instant) {
  const [words, offers, people, reviewSummary, { version, charter }, terms] = await Promise.all([
    storefrontOf(db),
    previewListings(db),
    previewMembers(db),
    recentReviews(db),
    charterInForce(db),
    termsInForce(db, at),
  ])
  const [adopted] = await db
    .select({ at: charterVersions.adoptedAt })
    .from(charterVersions)
    .where(and(eq(charterVersions.tenantId, db.tenant), eq(charterVersions.version, version)))
  const firstOffer = offers[0]
  const bookable = offers.find(({ sample }) => !sample)
  const rule = splitRuleOf(charter, terms)
  const sample = firstOffer && usualQuote(firstOffer, tenant.currency)
  return {
    words: { ...words, updatedAt: words.updatedAt.toString() },
    offers: offers.map(({ fields, fromMinutes, ...offer }) => ({
      ...offer,
      workers: kindOf(offer.kind).offer(fields).workers,
      minutes: fromMinutes,
    })),
    people,
    reviews: reviewSummary,
    charter,
    charterSince: adopted?.at.toString() ?? null,
    charterVersion: version,
    sample: sample ? { total: sample.total.minor, ...splitPrice(sample, rule) } : null,
    nextFree:
      bookable && tenant.state === 'open'
        ? await nextFree(db, tenant, { listing: bookable, at })
        : null,
  }
}

export type StorefrontPage = Awaited<ReturnType<typeof readStorefrontPage>>

async function previewListings(db: TenantDb) {
  return db
    .select({
      kind: listings.kind,
      slug: listings.slug,
      title: listings.title,
      summary: listings.summary,
      fromMinor: listings.fromMinor,
      fromMinutes: listings.fromMinutes,
      sample: listings.sample,
      fields: listings.fields,
    })
    .from(listings)
    .where(and(eq(listings.tenantId, db.tenant), eq(listings.state, 'published')))
    .orderBy(listings.position, listings.title)
    .limit(6)
}

function previewMembers(db: TenantDb) {
  const jobs = sql<number>`(select count(*)::int from bookings where tenant_id = ${db.tenant} and member_id = members.id and checked_out_at is not null)`
  return db
    .select({
      id: members.id,
      name: members.displayName,
      about: members.about,
      photo: members.photoId,
      jobs,
    })
    .from(members)
    .where(and(eq(members.tenantId, db.tenant), eq(members.state, 'active')))
    .orderBy(desc(jobs), members.displayName)
    .limit(6)
}

/** Returns the three latest reviews that say something, each text once, and the mean of all marks. */
async function recentReviews(db: TenantDb) {
  const rows = await db
    .select({ body: reviews.body, name: reviews.customerName, stars: reviews.stars })
    .from(reviews)
    .where(and(eq(reviews.tenantId, db.tenant), ne(reviews.body, '')))
    .orderBy(desc(reviews.createdAt), desc(reviews.id))
    .limit(30)
  const isFirst = ({ body }: { readonly body: string }, index: number) =>
    rows.findIndex((row) => row.body === body) === index
  const latest = rows.filter(isFirst).slice(0, 3)
  const [totals] = await db
    .select({ count: count(), stars: avg(reviews.stars) })
    .from(reviews)
    .where(eq(reviews.tenantId, db.tenant))
  return { latest, count: totals?.count ?? 0, stars: Number(totals?.stars ?? 0) }
}

type Bookable = { readonly kind: string; readonly fields: unknown }

async function nextFree(
  db: TenantDb,
  tenant: Tenant,
  { listing: { kind, fields }, at }: { readonly listing: Bookable; readonly at: Instant },
): Promise<string | null> {
  const start = await actsOf(kind).nextFree(db, tenant, { fields, at })
  return start?.toString() ?? null
}
