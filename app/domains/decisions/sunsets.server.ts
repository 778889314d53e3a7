import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { ProposalId } from '#app/kernel/ids.ts'
import { proposals } from '#db/schema/decisions.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { Proposal } from './proposals.server.ts'

/** When a decision that is in force will lapse, unless a later one takes its place; undefined when it never will. */
export function pendingSunset({
  state,
  sunsetAt,
  revertsTo,
  followedBy,
}: Proposal): Instant | undefined {
  const will = state === 'in-force' && revertsTo !== null && followedBy === null
  return (will && sunsetAt) || undefined
}

/** What a decision must be for its sunset to be still to come. A later one of the same clause takes its place. */
const pending = (db: TenantDb) =>
  and(
    eq(proposals.tenantId, db.tenant),
    eq(proposals.state, 'in-force'),
    isNotNull(proposals.revertsTo),
    isNull(proposals.followedBy),
  )

/** The decisions that will lapse, at most one for each clause. */
export function pendingSunsets(db: TenantDb): Promise<Proposal[]> {
  return db.select().from(proposals).where(pending(db)).orderBy(proposals.number)
}

/** The decision that will take a clause back, locked, so that it cannot do so while another takes its place. */
export async function sunsetHolder(db: TenantDb, clause: string): Promise<Proposal | undefined> {
  const [holder] = await db
    .select()
    .from(proposals)
    .where(and(pending(db), eq(proposals.clauseKey, clause)))
    .for('update')
  return holder
}

/** Whether members have passed what will take the place of a clause's lowered terms, and only wait for it. */
export async function successorPassed(db: TenantDb, clause: string): Promise<boolean> {
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

/** The number of a renewal that is still being decided. */
export async function renewalUnderWay(db: TenantDb, of: ProposalId): Promise<number | undefined> {
  const [renewal] = await db
    .select({ number: proposals.number })
    .from(proposals)
    .where(
      and(
        eq(proposals.tenantId, db.tenant),
        eq(proposals.renewsId, of),
        inArray(proposals.state, ['discussion', 'voting', 'cooling-off']),
      ),
    )
  return renewal?.number
}
