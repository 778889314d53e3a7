import { desc, eq } from 'drizzle-orm'
import { floorsOf } from '#app/domains/charter/amendment.ts'
import type { FederationFloors } from '#app/domains/charter/clauses.ts'
import { type Terms, termsInForce, upcomingTerms } from '#app/domains/federation/terms.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { federationTerms, tenants } from '#db/schema/federation.ts'
import { inFederation } from '#tenants/scope.server.ts'

/** Reads the terms in force, and every past and future version. */
export function readTermsHistory(at: Instant) {
  return inFederation(
    async (db) => {
      const now = await termsInForce(db, at)
      const versions = await db
        .select()
        .from(federationTerms)
        .orderBy(desc(federationTerms.version))
      return {
        now: { ...now, fromAt: now.fromAt.toString() },
        versions: versions.map(
          ({ version, feeBp, workersFloorBp, hourlyFloors, reason, fromAt }) => ({
            version,
            feeBp,
            workersFloorBp,
            hourlyFloors: Object.entries(hourlyFloors),
            reason,
            from: fromAt.toString(),
          }),
        ),
      }
    },
    { readOnly: true },
  )
}

/** Reads the federation's floors at a moment for a charter in this currency. */
export async function readFloors(currency: string, at: Instant): Promise<FederationFloors> {
  const terms = await inFederation((db) => termsInForce(db, at), { readOnly: true })
  return floorsOf(terms, currency)
}

const termsSummary = ({ version, feeBp, workersFloorBp, reason, fromAt }: Terms) => ({
  version,
  feeBp,
  workersFloorBp,
  reason,
  from: fromAt.toString(),
})

/** Reads the public terms: those in force, those decided for a later day, and the number of open co-ops. */
export function readPublicTerms(at: Instant) {
  return inFederation(
    async (db) => {
      const now = await termsInForce(db, at)
      const upcoming = await upcomingTerms(db, now)
      const coOps = await db.$count(tenants, eq(tenants.state, 'open'))
      return { now: termsSummary(now), upcoming: upcoming.map(termsSummary), coOps }
    },
    { readOnly: true },
  )
}
