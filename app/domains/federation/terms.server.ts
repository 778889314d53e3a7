import { desc, lte, max } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { federationTerms } from '#db/schema/federation.ts'
import type { FederationDb, TenantDb } from '#tenants/scope.server.ts'

/** The federation's fee, and what no charter may undercut, in force at a moment. */
export type Terms = typeof federationTerms.$inferSelect

export async function termsInForce(db: TenantDb | FederationDb, at: Instant): Promise<Terms> {
  const [terms] = await db
    .select()
    .from(federationTerms)
    .where(lte(federationTerms.fromAt, at))
    .orderBy(desc(federationTerms.version))
    .limit(1)
  if (!terms) throw new Error('The federation has no terms in force.')
  return terms
}

export type NewTerms = Pick<Terms, 'feeBp' | 'workersFloorBp' | 'hourlyFloors' | 'reason'> & {
  readonly by: PersonId
  readonly from: Instant
}

/** Adds the next version of the terms. Versions are numbered in turn: of two at once, one is refused by its key. */
export async function addTerms(
  db: FederationDb,
  { by, from, ...terms }: NewTerms,
): Promise<number> {
  const [last] = await db.select({ version: max(federationTerms.version) }).from(federationTerms)
  const version = (last?.version ?? 0) + 1
  await db.insert(federationTerms).values({ version, ...terms, changedBy: by, fromAt: from })
  return version
}
