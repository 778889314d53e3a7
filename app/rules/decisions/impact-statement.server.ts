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
 * Returns the impact of a change of the charter by the ledger's last twelve months: what the new terms would have
 * meant, or, for a clause without such a sum, what was paid and earned. Members thus see the figures before they lower
 * a protection.
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
