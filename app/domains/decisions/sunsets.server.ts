import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { ProposalId } from '#app/kernel/ids.ts'
import { proposals } from '#db/schema/decisions.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { Proposal } from './proposals.server.ts'

/** Returns when a decision in force lapses unless a later one replaces it; undefined when it never lapses. */
export function pendingSunset({
  state,
  sunsetAt,
  revertsTo,
  followedBy,
}: Proposal): Instant | undefined {
  const lapses = state === 'in-force' && revertsTo !== null && followedBy === null
  return (lapses && sunsetAt) || undefined
}

/**
 * Returns the condition of a decision whose sunset is still to come. A later decision on the same clause replaces it.
 */
const isPendingSunset = (db: TenantDb) =>
  and(
    eq(proposals.tenantId, db.tenant),
    eq(proposals.state, 'in-force'),
    isNotNull(proposals.revertsTo),
    isNull(proposals.followedBy),
  )

/** Returns the decisions that will lapse, at most one for each clause. */
export function pendingSunsets(db: TenantDb): Promise<Proposal[]> {
  return db.select().from(proposals).where(isPendingSunset(db)).orderBy(proposals.number)
}

/**
 * Returns the decision whose sunset will revert a clause. The row is locked, so that no other decision replaces it
 * meanwhile.
 */
export async function decisionWithSunset(
  db: TenantDb,
  clause: string,
): Promise<Proposal | undefined> {
  const [decision] = await db
    .select()
    .from(proposals)
    .where(and(isPendingSunset(db), eq(proposals.clauseKey, clause)))
    .for('update')
  return decision
}

/** Returns whether members have passed a successor of a clause's lowered terms that is not yet in force. */
export async function hasPassedSuccessor(db: TenantDb, clause: string): Promise<boolean> {
  const passed = await db
    .select({ id: proposals.id })
    .from(proposals)
    .where(
      and(
        eq(proposals.tenantId, db.tenant),
        eq(proposals.clauseKey, clause),
        eq(proposals.state, 'cooling-off'),
        isNotNull(proposals.sunsetAt),
      ),
    )
  return passed.length > 0
}

/** Returns the number of a renewal that is still being decided, or undefined. */
export async function openRenewalNumber(
  db: TenantDb,
  decision: ProposalId,
): Promise<number | undefined> {
  const [renewal] = await db
    .select({ number: proposals.number })
    .from(proposals)
    .where(
      and(
        eq(proposals.tenantId, db.tenant),
        eq(proposals.renewsId, decision),
        inArray(proposals.state, ['discussion', 'voting', 'cooling-off']),
      ),
    )
  return renewal?.number
}
