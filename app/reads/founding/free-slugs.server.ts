import { and, asc, inArray, ne, sql } from 'drizzle-orm'
import { tenants } from '#db/schema/federation.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { slugFrom, slugRefusal, type SlugRefusal } from '#tenants/slug.ts'

export type SlugVerdict = {
  readonly slug: string
  readonly refusal: SlugRefusal | null
  /** Free addresses near the one that is not. */
  readonly suggestions: readonly string[]
}

/** Whether an address may be had now, and three like it when not. The database decides again when it is taken. */
export async function readSlug(slug: string, city: string): Promise<SlugVerdict> {
  const near = nearby(slug, city)
  const taken = await inFederation(
    async (db) => {
      const rows = await db
        .select({ slug: tenants.slug })
        .from(tenants)
        .where(inArray(tenants.slug, [slug, ...near]))
      return new Set(rows.map((row) => row.slug))
    },
    { readOnly: true },
  )
  const refusal = slugRefusal(slug) ?? (taken.has(slug) ? 'slug-taken' : null)
  const free = near.filter((one) => !taken.has(one) && !slugRefusal(one))
  return { slug, refusal, suggestions: refusal ? free.slice(0, 3) : [] }
}

/** The addresses of the co-ops that bear a name already. Nobody is forbidden to bear it too, and everybody is told. */
export function readSimilarNames(name: string, own = ''): Promise<string[]> {
  return inFederation(
    async (db) => {
      const rows = await db
        .select({ slug: tenants.slug })
        .from(tenants)
        .where(and(sql`lower(${tenants.name}) = lower(${name.trim()})`, ne(tenants.slug, own)))
        .orderBy(asc(tenants.slug))
        .limit(3)
      return rows.map(({ slug }) => slug)
    },
    { readOnly: true },
  )
}

function nearby(slug: string, city: string): string[] {
  const stem = slug.slice(0, 24).replaceAll(/^-+|-+$/g, '') || 'our'
  const ends = [slugFrom(city), 'coop', 'together', 'works', '2', '3'].filter(Boolean)
  return [...new Set(ends.map((end) => slugFrom(`${stem} ${end}`)))].filter((one) => one !== slug)
}
