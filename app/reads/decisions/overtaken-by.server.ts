import { and, asc, eq, gt } from 'drizzle-orm'
import { findClause, readCharter } from '#app/domains/charter/charter.ts'
import { charterOfVersion } from '#app/domains/charter/in-force.server.ts'
import type { Proposal } from '#app/domains/decisions/proposals.server.ts'
import { canonical } from '#app/kernel/canonical.ts'
import { charterVersions } from '#db/schema/charter.ts'
import { proposals } from '#db/schema/decisions.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

export type Overtaking = { readonly version: number; readonly number: number | null }

/** The states in which a change of the clause matters. A proposal that is in force or failed is not affected. */
const AFFECTED_STATES: ReadonlySet<string> = new Set([
  'discussion',
  'voting',
  'passed',
  'cooling-off',
  'overtaken',
])

/**
 * Returns the version of the charter that changed the proposal's clause after it was raised, and the decision behind
 * it. Such a proposal no longer names what it would replace, and cannot take effect.
 */
export async function overtakenBy(
  db: TenantDb,
  { state, clauseKey, baseVersion }: Pick<Proposal, 'state' | 'clauseKey' | 'baseVersion'>,
): Promise<Overtaking | null> {
  const clause = findClause(clauseKey)
  if (!clause || !baseVersion || !AFFECTED_STATES.has(state)) return null
  const later = await db
    .select({
      version: charterVersions.version,
      clauses: charterVersions.clauses,
      number: proposals.number,
    })
    .from(charterVersions)
    .leftJoin(
      proposals,
      and(eq(proposals.tenantId, db.tenant), eq(proposals.id, charterVersions.proposalId)),
    )
    .where(and(eq(charterVersions.tenantId, db.tenant), gt(charterVersions.version, baseVersion)))
    .orderBy(asc(charterVersions.version))
  if (later.length === 0) return null
  const base = canonical((await charterOfVersion(db, baseVersion))[clause])
  const change = later.find(({ clauses }) => canonical(readCharter(clauses)[clause]) !== base)
  return change ? { version: change.version, number: change.number } : null
}
