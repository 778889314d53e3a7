import type { FederationFloors } from '#app/domains/charter/charter.ts'
import { termsInForce } from '#app/domains/federation/terms.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** What no charter of a co-op with this currency may undercut at a moment. */
export async function federationFloors(
  db: TenantDb,
  currency: string,
  at: Instant,
): Promise<FederationFloors> {
  const terms = await termsInForce(db, at)
  return {
    workersBp: terms.workersFloorBp,
    feeBp: terms.feeBp,
    hourlyMinor: terms.hourlyFloors[currency] ?? 0,
  }
}
