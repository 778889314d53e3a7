import { floorsOf } from '#app/domains/charter/amendment.ts'
import type { FederationFloors } from '#app/domains/charter/clauses.ts'
import { termsInForce } from '#app/domains/federation/terms.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** What no charter of a co-op with this currency may undercut at a moment. */
export async function federationFloors(
  db: TenantDb,
  currency: string,
  at: Instant,
): Promise<FederationFloors> {
  return floorsOf(await termsInForce(db, at), currency)
}
