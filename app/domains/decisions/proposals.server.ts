import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import { type CommentId, type MemberId, newId, type ProposalId } from '#app/kernel/ids.ts'
import { repeatSince } from '#app/kernel/repeat.ts'
import { comments, electors, proposals, readings } from '#db/schema/decisions.ts'
import { advisoryLock, type TenantDb } from '#tenants/scope.server.ts'
import type { Vote } from './ballots.server.ts'
import type { Tally } from './tally.ts'

export type Proposal = typeof proposals.$inferSelect

type NewProposal = Omit<typeof proposals.$inferInsert, 'tenantId' | 'id' | 'number'>

type RepeatQuery = Pick<Proposal, 'authorId' | 'title' | 'body'> & {
  readonly amendment: unknown
  readonly at: Instant
}

/**
 * Returns the proposal that the same member raised a moment ago in the same words, if it is still open. Until commit,
 * others who raise a proposal wait.
 */
export async function findRepeatedProposal(
  db: TenantDb,
  { authorId, title, body, amendment, at }: RepeatQuery,
): Promise<{ id: ProposalId; number: number } | undefined> {
  await advisoryLock(db, 'proposals')
  const [repeated] = await db
    .select({ id: proposals.id, number: proposals.number })
    .from(proposals)
    .where(
      and(
        eq(proposals.tenantId, db.tenant),
        eq(proposals.authorId, authorId),
        eq(proposals.title, title),
        eq(proposals.body, body),
        sql`${proposals.amendment} is not distinct from ${amendment ? JSON.stringify(amendment) : null}::text::jsonb`,
        inArray(proposals.state, ['discussion', 'voting']),
        gt(proposals.raisedAt, repeatSince(at)),
      ),
    )
  return repeated
}

/** Adds a proposal under the next number. */
export async function addProposal(
  db: TenantDb,
  proposal: NewProposal,
): Promise<{ id: ProposalId; number: number }> {
  const [last] = await db
    .select({ number: sql<number>`coalesce(max(${proposals.number}), 0)::int` })
    .from(proposals)
    .where(eq(proposals.tenantId, db.tenant))
  const identity = { id: newId<ProposalId>(), number: (last?.number ?? 0) + 1 }
  await db.insert(proposals).values({ tenantId: db.tenant, ...identity, ...proposal })
  return identity
}

/**
 * Returns a proposal by its id. A lock for update waits for ballots that are being cast; a lock for share waits for the
 * closing of the vote.
 */
export async function proposalById(
  db: TenantDb,
  id: ProposalId,
  lock?: 'update' | 'share',
): Promise<Proposal | undefined> {
  const query = db
    .select()
    .from(proposals)
    .where(and(eq(proposals.tenantId, db.tenant), eq(proposals.id, id)))
  const [proposal] = await (lock ? query.for(lock) : query)
  return proposal
}

export async function changeProposal(
  db: TenantDb,
  id: ProposalId,
  change: Partial<NewProposal>,
): Promise<void> {
  await db
    .update(proposals)
    .set(change)
    .where(and(eq(proposals.tenantId, db.tenant), eq(proposals.id, id)))
}

export type Elector = { readonly member: MemberId; readonly weight: number }

/** Saves who may vote: everybody who is a member at this moment, and nobody who joins later. */
export async function freezeElectors(
  db: TenantDb,
  { proposal, reading }: Vote,
  voters: readonly Elector[],
): Promise<void> {
  if (voters.length === 0) return
  await db
    .insert(electors)
    .values(
      voters.map(({ member, weight }) => ({
        tenantId: db.tenant,
        proposalId: proposal,
        reading,
        memberId: member,
        weight,
      })),
    )
    .onConflictDoNothing()
}

/** Returns the electors of a reading, and which of them have voted. */
export async function electorsOf(db: TenantDb, { proposal, reading }: Vote) {
  return db
    .select()
    .from(electors)
    .where(
      and(
        eq(electors.tenantId, db.tenant),
        eq(electors.proposalId, proposal),
        eq(electors.reading, reading),
      ),
    )
}

type ReadingResult = Vote & {
  readonly openedAt: Instant
  readonly closedAt: Instant
  readonly tally: Tally
}

/** Saves the result of a reading before the next one begins. The record is never removed. */
export async function saveReading(
  db: TenantDb,
  { proposal, ...result }: ReadingResult,
): Promise<void> {
  await db.insert(readings).values({ tenantId: db.tenant, proposalId: proposal, ...result })
}

type NewComment = {
  readonly proposal: ProposalId
  readonly member: MemberId
  readonly body: string
  readonly at: Instant
}

/** Adds a comment. A repeat within a moment adds nothing. */
export async function writeComment(
  db: TenantDb,
  { proposal, member, body, at }: NewComment,
): Promise<void> {
  await advisoryLock(db, `comments:${proposal}`)
  const repeated = await db
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(
        eq(comments.tenantId, db.tenant),
        eq(comments.proposalId, proposal),
        eq(comments.memberId, member),
        eq(comments.body, body),
        gt(comments.at, repeatSince(at)),
      ),
    )
  if (repeated.length > 0) return
  await db.insert(comments).values({
    tenantId: db.tenant,
    id: newId<CommentId>(),
    proposalId: proposal,
    memberId: member,
    body,
    at,
  })
}
