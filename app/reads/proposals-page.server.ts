import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Tally } from '#app/domains/governance/tally.ts'
import { writeInstant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { proposals } from '#db/schema/governance.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'

/** Every proposal, the latest first, with how many have voted and whether this member has. */
export function readProposals(tenant: Tenant, member: MemberId | null) {
  return inTenant(tenant.id, (db) => proposalsFor(db, member), { readOnly: true })
}

type State = (typeof proposals.$inferSelect)['state']

/** The same inside another page's transaction; only those in one of the given states, when some are given. */
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
  return rows.map(({ opensAt, closesAt, closedAt, tally, ...row }) => ({
    ...row,
    opensAt: writeInstant(opensAt),
    closesAt: writeInstant(closesAt),
    closedAt: closedAt && writeInstant(closedAt),
    tally: tally as Tally | null,
    mine: row.mine && row.state === 'voting',
  }))
}
