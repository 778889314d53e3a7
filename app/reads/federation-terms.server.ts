import { desc } from 'drizzle-orm'
import { termsInForce } from '#app/domains/federation/terms.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { federationTerms } from '#db/schema/federation.ts'
import { inFederation } from '#tenants/scope.server.ts'

/** The terms in force, and every version there was or will be. */
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
