import { and, eq, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import { type CommentId, type MemberId, newId, type ProposalId } from '#app/kernel/ids.ts'
import { comments, electors, proposals, readings } from '#db/schema/governance.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { Vote } from './ballots.server.ts'
import type { Tally } from './tally.ts'

export type Proposal = typeof proposals.$inferSelect

type Raised = Omit<typeof proposals.$inferInsert, 'tenantId' | 'id' | 'number'>

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
export async function keepReading(db: TenantDb, { proposal, ...read }: Read): Promise<void> {
  await db.insert(readings).values({ tenantId: db.tenant, proposalId: proposal, ...read })
}

type Said = {
  readonly proposal: ProposalId
  readonly member: MemberId
  readonly body: string
  readonly at: Instant
}

export async function say(db: TenantDb, { proposal, member, body, at }: Said): Promise<void> {
  await db.insert(comments).values({
    tenantId: db.tenant,
    id: newId<CommentId>(),
    proposalId: proposal,
    memberId: member,
    body,
    at,
  })
}
