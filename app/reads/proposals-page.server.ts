import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import { charterOfVersion } from '#app/domains/charter/in-force.server.ts'
import { ownChoice } from '#app/domains/governance/ballots.server.ts'
import type { Tally } from '#app/domains/governance/tally.ts'
import type { Impact } from '#app/domains/ledger/impact.server.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { comments, electors, proposals } from '#db/schema/governance.ts'
import { members } from '#db/schema/membership.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'

/** Every proposal, the latest first, with how many have voted and whether this member has. */
export function readProposals(tenant: Tenant, member: MemberId | null) {
  return inTenant(
    tenant.id,
    async (db) => {
      const voted = sql<number>`(select count(voted_at)::int from electors e where e.tenant_id = ${db.tenant} and e.proposal_id = proposals.id)`
      const mine = sql<boolean>`exists (select from electors e where e.tenant_id = ${db.tenant} and e.proposal_id = proposals.id and e.member_id = ${member}::uuid and e.voted_at is null)`
      const rows = await db
        .select({
          number: proposals.number,
          title: proposals.title,
          state: proposals.state,
          closesAt: proposals.closesAt,
          closedAt: proposals.closedAt,
          tally: proposals.tally,
          voted,
          mine,
        })
        .from(proposals)
        .where(eq(proposals.tenantId, db.tenant))
        .orderBy(desc(proposals.number))
      return rows.map(({ closesAt, closedAt, tally, ...row }) => ({
        ...row,
        closesAt: closesAt.toString(),
        closedAt: closedAt?.toString() ?? null,
        tally: tally as Tally | null,
        mine: row.mine && row.state === 'voting',
      }))
    },
    { readOnly: true },
  )
}

/** One proposal with its discussion, who has voted, and this member's own choice. */
export function readProposal(
  tenant: Tenant,
  number: number,
  reader: { readonly member: MemberId; readonly key: string } | null,
) {
  return inTenant(tenant.id, (db) => proposalPage(db, number, reader), { readOnly: true })
}

async function proposalPage(
  db: TenantDb,
  number: number,
  reader: { readonly member: MemberId; readonly key: string } | null,
) {
  const [row] = await db
    .select({ proposal: proposals, author: members.displayName })
    .from(proposals)
    .innerJoin(members, and(eq(members.tenantId, db.tenant), eq(members.id, proposals.authorId)))
    .where(and(eq(proposals.tenantId, db.tenant), eq(proposals.number, number)))
  if (!row) return undefined
  const { proposal, author } = row
  const said = await db
    .select({
      id: comments.id,
      body: comments.body,
      at: comments.at,
      by: members.displayName,
      member: members.id,
    })
    .from(comments)
    .innerJoin(members, and(eq(members.tenantId, db.tenant), eq(members.id, comments.memberId)))
    .where(and(eq(comments.tenantId, db.tenant), eq(comments.proposalId, proposal.id)))
    .orderBy(asc(comments.at))
  const [roll] = await db
    .select({ all: count(), voted: count(electors.votedAt) })
    .from(electors)
    .where(and(eq(electors.tenantId, db.tenant), eq(electors.proposalId, proposal.id)))
  const [active] = await db
    .select({ count: count() })
    .from(members)
    .where(and(eq(members.tenantId, db.tenant), eq(members.state, 'active')))
  const base = proposal.baseVersion ? await charterOfVersion(db, proposal.baseVersion) : null
  return {
    id: proposal.id,
    number: proposal.number,
    title: proposal.title,
    body: proposal.body,
    author,
    clause: proposal.clauseKey,
    amendment: proposal.amendment as Record<string, number> | null,
    base,
    direction: proposal.direction,
    secret: proposal.secret,
    quorumBp: proposal.quorumBp,
    majorityBp: proposal.majorityBp,
    overHalf: proposal.overHalfOfMembers,
    state: proposal.state,
    impact: proposal.impact as Impact | null,
    raisedAt: proposal.raisedAt.toString(),
    opensAt: proposal.opensAt.toString(),
    closesAt: proposal.closesAt.toString(),
    closedAt: proposal.closedAt?.toString() ?? null,
    effectiveAt: proposal.effectiveAt?.toString() ?? null,
    inForceVersion: proposal.inForceVersion,
    sunsetAt: proposal.sunsetAt?.toString() ?? null,
    tally: proposal.tally as Tally | null,
    electorate: roll?.all || active?.count || 0,
    voted: roll?.voted ?? 0,
    comments: said.map(({ at, ...comment }) => ({ ...comment, at: at.toString() })),
    choice: reader ? ((await ownChoice(db, { proposal: proposal.id, ...reader })) ?? null) : null,
  }
}

export type ProposalPage = NonNullable<Awaited<ReturnType<typeof readProposal>>>
