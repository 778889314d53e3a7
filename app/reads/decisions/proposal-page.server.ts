import { and, asc, count, eq } from 'drizzle-orm'
import { charterOfVersion } from '#app/domains/charter/in-force.server.ts'
import { ownChoice } from '#app/domains/decisions/ballots.server.ts'
import type { Proposal } from '#app/domains/decisions/proposals.server.ts'
import { pendingSunset, openRenewalNumber } from '#app/domains/decisions/sunsets.server.ts'
import type { Tally } from '#app/domains/decisions/tally.ts'
import type { Impact } from '#app/rules/decisions/year-impact.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, ProposalId } from '#app/kernel/ids.ts'
import { ballots, comments, electors, proposals, readings } from '#db/schema/decisions.ts'
import { members } from '#db/schema/members.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { overtakenBy } from './overtaken-by.server.ts'
import { withheldBy } from './withheld-by.server.ts'

type Reader = { readonly member: MemberId; readonly key: string }

/** Reads one proposal with its readings, its discussion, who has voted, and this member's own choice. */
export function readProposal(tenant: Tenant, number: number, reader: Reader | null) {
  return inTenant(tenant.id, (db) => proposalPage(db, number, reader), { readOnly: true })
}

async function proposalPage(db: TenantDb, number: number, reader: Reader | null) {
  const [row] = await db
    .select({ proposal: proposals, author: members.displayName })
    .from(proposals)
    .innerJoin(members, and(eq(members.tenantId, db.tenant), eq(members.id, proposals.authorId)))
    .where(and(eq(proposals.tenantId, db.tenant), eq(proposals.number, number)))
  if (!row) return undefined
  const { proposal, author } = row
  const { id, reading } = proposal
  const turnout = await turnoutOf(db, proposal)
  return {
    id,
    number: proposal.number,
    title: proposal.title,
    body: proposal.body,
    author,
    clause: proposal.clauseKey,
    amendment: proposal.amendment as Record<string, number> | null,
    base: proposal.baseVersion ? await charterOfVersion(db, proposal.baseVersion) : null,
    direction: proposal.direction,
    secret: proposal.secret,
    quorumBp: proposal.quorumBp,
    majorityBp: proposal.majorityBp,
    overHalfOfMembers: proposal.overHalfOfMembers,
    state: proposal.state,
    impact: publicImpact(proposal.impact as Impact | null),
    withheld: OPEN_STATES.has(proposal.state) ? await withheldBy(db, proposal) : [],
    overtaken: await overtakenBy(db, proposal),
    reading,
    readings: proposal.readings,
    past: await pastReadings(db, id),
    raisedAt: proposal.raisedAt.toString(),
    opensAt: proposal.opensAt.toString(),
    openedAt: toText(proposal.openedAt),
    closesAt: proposal.closesAt.toString(),
    closedAt: toText(proposal.closedAt),
    effectiveAt: toText(proposal.effectiveAt),
    inForceAt: toText(proposal.inForceAt),
    inForceVersion: proposal.inForceVersion,
    sunsetAt: toText(proposal.sunsetAt),
    lapsedAt: toText(proposal.lapsedAt),
    renews: await numberOf(db, proposal.renewsId),
    followedBy: await numberOf(db, proposal.followedBy),
    sunset: await sunsetOf(db, proposal),
    tally: proposal.tally as Tally | null,
    ...turnout,
    comments: await commentsOn(db, id),
    votes: reader && proposal.closedAt && !proposal.secret ? await votesOf(db, proposal) : null,
    choice: reader ? ((await ownChoice(db, { proposal: id, reading, ...reader })) ?? null) : null,
  }
}

const OPEN_STATES: ReadonlySet<string> = new Set(['discussion', 'voting', 'passed', 'cooling-off'])

export type ProposalPage = NonNullable<Awaited<ReturnType<typeof readProposal>>>

const toText = (at: Instant | null) => at?.toString() ?? null

/** Returns the public part of an impact statement, without what each member earned. */
function publicImpact(impact: Impact | null) {
  if (impact && 'members' in impact) {
    const { change, members: earnings } = impact
    return { of: 'split' as const, change, members: earnings.length }
  }
  return impact
}

/**
 * Returns how many may vote in the current or last reading, and how many have voted. Before the vote opens, every
 * active member counts.
 */
async function turnoutOf(db: TenantDb, { id, reading }: Proposal) {
  const [turnout] = await db
    .select({ all: count(), voted: count(electors.votedAt) })
    .from(electors)
    .where(
      and(
        eq(electors.tenantId, db.tenant),
        eq(electors.proposalId, id),
        eq(electors.reading, reading),
      ),
    )
  if (turnout?.all) return { electorate: turnout.all, voted: turnout.voted, frozen: true }
  const [active] = await db
    .select({ count: count() })
    .from(members)
    .where(and(eq(members.tenantId, db.tenant), eq(members.state, 'active')))
  return { electorate: active?.count ?? 0, voted: 0, frozen: false }
}

async function pastReadings(db: TenantDb, proposal: ProposalId) {
  const rows = await db
    .select()
    .from(readings)
    .where(and(eq(readings.tenantId, db.tenant), eq(readings.proposalId, proposal)))
    .orderBy(asc(readings.reading))
  return rows.map(({ reading, openedAt, closedAt, tally }) => ({
    reading,
    openedAt: openedAt.toString(),
    closedAt: closedAt.toString(),
    tally: tally as Tally,
  }))
}

async function numberOf(db: TenantDb, id: ProposalId | null): Promise<number | null> {
  if (!id) return null
  const [row] = await db
    .select({ number: proposals.number })
    .from(proposals)
    .where(and(eq(proposals.tenantId, db.tenant), eq(proposals.id, id)))
  return row?.number ?? null
}

async function sunsetOf(db: TenantDb, proposal: Proposal) {
  const at = pendingSunset(proposal)
  return at
    ? {
        at: at.toString(),
        backTo: proposal.revertsTo as Record<string, number>,
        renewal: (await openRenewalNumber(db, proposal.id)) ?? null,
      }
    : null
}

async function commentsOn(db: TenantDb, proposal: ProposalId) {
  const rows = await db
    .select({
      id: comments.id,
      body: comments.body,
      at: comments.at,
      by: members.displayName,
      member: members.id,
      photo: members.photoId,
    })
    .from(comments)
    .innerJoin(members, and(eq(members.tenantId, db.tenant), eq(members.id, comments.memberId)))
    .where(and(eq(comments.tenantId, db.tenant), eq(comments.proposalId, proposal)))
    .orderBy(asc(comments.at), asc(comments.id))
  return rows.map(({ at, ...comment }) => ({ ...comment, at: at.toString() }))
}

/** Returns the choices of a closed open vote by name, for members only. */
function votesOf(db: TenantDb, { id, reading }: Proposal) {
  return db
    .select({ name: members.displayName, choice: ballots.choice })
    .from(ballots)
    .innerJoin(members, and(eq(members.tenantId, db.tenant), eq(members.id, ballots.memberId)))
    .where(
      and(
        eq(ballots.tenantId, db.tenant),
        eq(ballots.proposalId, id),
        eq(ballots.reading, reading),
      ),
    )
    .orderBy(asc(members.displayName))
}
