import { type Amendment, amendmentTo } from '#app/domains/charter/amendment.ts'
import { findClause, readTerms } from '#app/domains/charter/charter.ts'
import type { Proposal } from '#app/domains/decisions/proposals.server.ts'

/** Returns the amendment of a proposal. @throws RangeError if the stored terms belong to no clause. */
export function amendmentOf({
  clauseKey,
  amendment,
}: Pick<Proposal, 'clauseKey' | 'amendment'>): Amendment {
  const clause = findClause(clauseKey)
  if (!clause) throw new RangeError('A proposal that amends nothing.')
  return amendmentTo(clause, readTerms(clause, amendment))
}
