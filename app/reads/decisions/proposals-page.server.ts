import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Tally } from '#app/domains/decisions/tally.ts'
import { writeInstant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { proposals } from '#db/schema/decisions.ts'
import { overtakenBy } from './overtaken-by.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'

/** Reads every proposal, the latest first, with how many have voted and whether this member can still vote. */
export function readProposals(tenant: Tenant, member: MemberId | null) {
  return inTenant(tenant.id, (db) => proposalsFor(db, member), { readOnly: true })
}

type State = (typeof proposals.$inferSelect)['state']

/** Returns the proposals inside another page's transaction, all or only those in some states. */
export async function proposalsFor(
  db: TenantDb,
  member: MemberId | null,
  states?: readonly State[],
) {
  const voted = sql<number>`(select count(voted_at)::int from electors e where e.tenant_id = ${db.tenant} and e.proposal_id = proposals.id and e.reading = proposals.reading)`
  const mine = sql<boolean>`exists (select from electors e where e.tenant_id = ${db.tenant} and e.proposal_id = proposals.id and e.reading = proposals.reading and e.member_id = ${member}::uuid and e.voted_at is null)`
  const rows = await db
    .select({
      number: proposals.number,
      title: proposals.title,
      state: proposals.state,
      reading: proposals.reading,
      opensAt: proposals.opensAt,
      closesAt: proposals.closesAt,
      closedAt: proposals.closedAt,
      tally: proposals.tally,
      clauseKey: proposals.clauseKey,
      baseVersion: proposals.baseVersion,
      voted,
      mine,
    })
    .from(proposals)
    .where(
      and(
        eq(proposals.tenantId, db.tenant),
        states ? inArray(proposals.state, [...states]) : undefined,
      ),
    )
    .orderBy(desc(proposals.number))
  const overtaken = await Promise.all(rows.map((row) => overtakenBy(db, row)))
  return rows.map(
    (
      { opensAt, closesAt, closedAt, tally, clauseKey: _clause, baseVersion: _base, ...row },
      index,
    ) => ({
      ...row,
      /** Whether another decision changed the proposal's clause, so that a vote on it changes nothing. */
      overtaken: overtaken[index] !== null,
      opensAt: writeInstant(opensAt),
      closesAt: writeInstant(closesAt),
      closedAt: closedAt && writeInstant(closedAt),
      tally: tally as Tally | null,
      mine: row.mine && row.state === 'voting' && overtaken[index] === null,
    }),
  )
}
