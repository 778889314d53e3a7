import { floorsOf } from '#app/domains/charter/amendment.ts'
import type { FederationFloors } from '#app/domains/charter/clauses.ts'
import { termsInForce } from '#app/domains/federation/terms.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { FederationDb, TenantDb } from '#tenants/scope.server.ts'

/** Returns the federation's floors at a moment for a charter in this currency. */
export async function federationFloors(
  db: TenantDb | FederationDb,
  currency: string,
  at: Instant,
): Promise<FederationFloors> {
  return floorsOf(await termsInForce(db, at), currency)
}
