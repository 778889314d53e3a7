import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import { type CommentId, type MemberId, newId, type ProposalId } from '#app/kernel/ids.ts'
import { repeatSince } from '#app/kernel/repeat.ts'
import { comments, electors, proposals, readings } from '#db/schema/decisions.ts'
import { advisoryLock, type TenantDb } from '#tenants/scope.server.ts'
import type { Vote } from './ballots.server.ts'
import type { Tally } from './tally.ts'

export type Proposal = typeof proposals.$inferSelect

type Raised = Omit<typeof proposals.$inferInsert, 'tenantId' | 'id' | 'number'>

type Wanted = Pick<Proposal, 'authorId' | 'title' | 'body'> & {
  readonly amendment: unknown
  readonly at: Instant
}

/** The proposal that the same member raised a moment ago in the same words, and that is still under way. Others who want to raise wait until commit. */
export async function justRaised(
  db: TenantDb,
  { authorId, title, body, amendment, at }: Wanted,
): Promise<{ id: ProposalId; number: number } | undefined> {
  await advisoryLock(db, 'proposals')
  const [same] = await db
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
  return same
}

/** Puts a proposal before the members, under the next number. */
export async function raise(
  db: TenantDb,
  raised: Raised,
): Promise<{ id: ProposalId; number: number }> {
  const [last] = await db
    .select({ number: sql<number>`coalesce(max(${proposals.number}), 0)::int` })
    .from(proposals)
    .where(eq(proposals.tenantId, db.tenant))
  const placed = { id: newId<ProposalId>(), number: (last?.number ?? 0) + 1 }
  await db.insert(proposals).values({ tenantId: db.tenant, ...placed, ...raised })
  return placed
}

/** A proposal by its id. Locked for update it waits for ballots under way; for share, for its closing. */
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
  change: Partial<Raised>,
): Promise<void> {
  await db
    .update(proposals)
    .set(change)
    .where(and(eq(proposals.tenantId, db.tenant), eq(proposals.id, id)))
}

export type Elector = { readonly member: MemberId; readonly weight: number }

/** Freezes who may vote: everybody who is a member in this moment, and nobody who becomes one later. */
export async function freezeElectors(
  db: TenantDb,
  { proposal, reading }: Vote,
  who: readonly Elector[],
): Promise<void> {
  if (who.length === 0) return
  await db
    .insert(electors)
    .values(
      who.map(({ member, weight }) => ({
        tenantId: db.tenant,
        proposalId: proposal,
        reading,
        memberId: member,
        weight,
      })),
    )
    .onConflictDoNothing()
}

/** Who may vote in a reading, and who of them has. */
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

type Read = Vote & {
  readonly openedAt: Instant
  readonly closedAt: Instant
  readonly tally: Tally
}

/** Keeps what a reading came to before the next one begins. Nothing is ever taken out of it. */
export async function saveReading(db: TenantDb, { proposal, ...read }: Read): Promise<void> {
  await db.insert(readings).values({ tenantId: db.tenant, proposalId: proposal, ...read })
}

type Said = {
  readonly proposal: ProposalId
  readonly member: MemberId
  readonly body: string
  readonly at: Instant
}

/** Adds what somebody says, once. */
export async function writeComment(
  db: TenantDb,
  { proposal, member, body, at }: Said,
): Promise<void> {
  await advisoryLock(db, `comments:${proposal}`)
  const same = await db
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
  if (same.length > 0) return
  await db.insert(comments).values({
    tenantId: db.tenant,
    id: newId<CommentId>(),
    proposalId: proposal,
    memberId: member,
    body,
    at,
  })
}
