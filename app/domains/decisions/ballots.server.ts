import { createHmac } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, ProposalId } from '#app/kernel/ids.ts'
import { ballots, electors } from '#db/schema/decisions.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { type Ballot, type Choice, CHOICES } from './tally.ts'

/** One vote: a proposal's first or second reading. Each has its own electors and ballots. */
export type Vote = { readonly proposal: ProposalId; readonly reading: number }

export type BallotCast = Vote & {
  readonly member: MemberId
  readonly choice: Choice
  readonly weight: number
  readonly secret: boolean
  readonly key: string
  readonly at: Instant
}

/**
 * Adds a ballot, or changes the existing one. A secret ballot has no member and no moment. Its id is made with a key
 * that only this process has, so its voter can change it, and until the vote closes nobody who reads the database alone
 * can tell whose it is. When the vote closes, {@link shuffleBallots} removes this link too.
 */
export async function saveBallot(
  db: TenantDb,
  { proposal, reading, member, choice, weight, secret, key, at }: BallotCast,
): Promise<void> {
  const row = { choice, memberId: secret ? null : member, castAt: secret ? null : at }
  await db
    .insert(ballots)
    .values({
      tenantId: db.tenant,
      proposalId: proposal,
      reading,
      id: ballotId({ key, proposal, reading, member }),
      weight,
      ...row,
    })
    .onConflictDoUpdate({ target: [ballots.tenantId, ballots.proposalId, ballots.id], set: row })
  await db
    .update(electors)
    .set({ votedAt: at })
    .where(
      and(
        eq(electors.tenantId, db.tenant),
        eq(electors.proposalId, proposal),
        eq(electors.reading, reading),
        eq(electors.memberId, member),
      ),
    )
}

/** Returns a member's own choice, or undefined when they have not voted. Only that member may see it. */
export async function ownChoice(
  db: TenantDb,
  voter: Pick<BallotCast, 'proposal' | 'reading' | 'member' | 'key'>,
): Promise<Choice | undefined> {
  const [ballot] = await db
    .select({ choice: ballots.choice })
    .from(ballots)
    .where(
      and(
        eq(ballots.tenantId, db.tenant),
        eq(ballots.proposalId, voter.proposal),
        eq(ballots.id, ballotId(voter)),
      ),
    )
  return CHOICES.find((choice) => choice === ballot?.choice)
}

/** Returns every ballot of a vote without a name, as it is counted and may be published. */
export async function countedBallots(
  db: TenantDb,
  { proposal, reading }: Vote,
): Promise<(Ballot & { readonly id: string })[]> {
  const rows = await db
    .select({ id: ballots.id, choice: ballots.choice, weight: ballots.weight })
    .from(ballots)
    .where(
      and(
        eq(ballots.tenantId, db.tenant),
        eq(ballots.proposalId, proposal),
        eq(ballots.reading, reading),
      ),
    )
    .orderBy(ballots.id)
  return rows.flatMap(({ id, choice, weight }) =>
    CHOICES.filter((known) => known === choice).map((known) => ({ id, choice: known, weight })),
  )
}

/** Gives the ballots of a closed secret vote random ids, which cannot be traced to a member. */
export async function shuffleBallots(db: TenantDb, vote: Vote): Promise<void> {
  const counted = await countedBallots(db, vote)
  for (const { id } of counted) {
    await db
      .update(ballots)
      .set({ id: crypto.randomUUID() })
      .where(
        and(
          eq(ballots.tenantId, db.tenant),
          eq(ballots.proposalId, vote.proposal),
          eq(ballots.id, id),
        ),
      )
  }
}

function ballotId({
  key,
  proposal,
  reading,
  member,
}: Pick<BallotCast, 'key' | 'proposal' | 'reading' | 'member'>): string {
  const vote = reading === 1 ? proposal : `${proposal}:${reading}`
  const hex = createHmac('sha256', key).update(`ballot:${vote}:${member}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
