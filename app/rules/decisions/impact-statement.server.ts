import type { Amendment } from '#app/domains/charter/amendment.ts'
import {
  cancellationImpact,
  type Impact,
  splitImpact,
  yearImpact,
} from '#app/rules/decisions/year-impact.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { timesOf } from '#app/offerings/registry.server.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/**
 * What the ledger's last twelve months say about a change of the charter: what its terms would have meant. Where no sum
 * follows from the clause, what was paid and earned, so that nobody lowers a protection without the figures before them.
 */
export function impactStatement(
  db: TenantDb,
  { clause, terms }: Amendment,
  at: Instant,
): Promise<Impact> {
  if (clause === 'split') return splitImpact(db, terms.workersBp, at)
  if (clause === 'cancellation')
    return cancellationImpact(db, terms, { times: timesOf(db.tenant), at })
  return yearImpact(db, at)
}
