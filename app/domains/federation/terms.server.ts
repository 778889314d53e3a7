import { desc, lte } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
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
