import { and, asc, inArray, ne, sql } from 'drizzle-orm'
import { tenants } from '#db/schema/federation.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { slugFrom, slugRefusal, type SlugRefusal } from '#tenants/slug.ts'

export type SlugVerdict = {
  readonly slug: string
  readonly refusal: SlugRefusal | null
  /** Free addresses that are similar to a taken one. */
  readonly suggestions: readonly string[]
}

/**
 * Returns whether an address is free, and up to three similar ones when it is not. The database decides again when the
 * address is taken.
 */
export async function readSlug(slug: string, city: string): Promise<SlugVerdict> {
  const similar = similarSlugs(slug, city)
  const takenSlugs = await inFederation(
    async (db) => {
      const rows = await db
        .select({ slug: tenants.slug })
        .from(tenants)
        .where(inArray(tenants.slug, [slug, ...similar]))
      return new Set(rows.map((row) => row.slug))
    },
    { readOnly: true },
  )
  const refusal = slugRefusal(slug) ?? (takenSlugs.has(slug) ? 'slug-taken' : null)
  const free = similar.filter((candidate) => !takenSlugs.has(candidate) && !slugRefusal(candidate))
  return { slug, refusal, suggestions: refusal ? free.slice(0, 3) : [] }
}

/**
 * Returns up to three addresses of co-ops with the same name. A name may be used again, and its founders see that it
 * is.
 */
export function readSimilarNames(name: string, except = ''): Promise<string[]> {
  return inFederation(
    async (db) => {
      const rows = await db
        .select({ slug: tenants.slug })
        .from(tenants)
        .where(and(sql`lower(${tenants.name}) = lower(${name.trim()})`, ne(tenants.slug, except)))
        .orderBy(asc(tenants.slug))
        .limit(3)
      return rows.map(({ slug }) => slug)
    },
    { readOnly: true },
  )
}

function similarSlugs(slug: string, city: string): string[] {
  const stem = slug.slice(0, 24).replaceAll(/^-+|-+$/g, '') || 'our'
  const suffixes = [slugFrom(city), 'coop', 'together', 'works', '2', '3'].filter(Boolean)
  return [...new Set(suffixes.map((end) => slugFrom(`${stem} ${end}`)))].filter(
    (candidate) => candidate !== slug,
  )
}
