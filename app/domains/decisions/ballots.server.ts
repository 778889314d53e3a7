import { createHmac } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, ProposalId } from '#app/kernel/ids.ts'
import { ballots, electors } from '#db/schema/decisions.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { type Ballot, type Choice, CHOICES } from './tally.ts'

/** One vote: a proposal's first reading or its second, each with electors and ballots of its own. */
export type Vote = { readonly proposal: ProposalId; readonly reading: number }

export type Cast = Vote & {
  readonly member: MemberId
  readonly choice: Choice
  readonly weight: number
  readonly secret: boolean
  readonly key: string
  readonly at: Instant
}

/**
 * Puts a ballot in, or changes the one that is there. A secret ballot carries no member and no moment: its id follows
 * from a key that only this process has, so that its voter can change it, and until the vote closes nobody who reads
 * the database alone can tell whose it is. When it closes, {@link shuffleBallots} cuts that thread too.
 */
export async function cast(
  db: TenantDb,
  { proposal, reading, member, choice, weight, secret, key, at }: Cast,
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

/** What a member chose, if they voted: for their own eyes. */
export async function ownChoice(
  db: TenantDb,
  own: Pick<Cast, 'proposal' | 'reading' | 'member' | 'key'>,
): Promise<Choice | undefined> {
  const [ballot] = await db
    .select({ choice: ballots.choice })
    .from(ballots)
    .where(
      and(
        eq(ballots.tenantId, db.tenant),
        eq(ballots.proposalId, own.proposal),
        eq(ballots.id, ballotId(own)),
      ),
    )
  return CHOICES.find((choice) => choice === ballot?.choice)
}

/** Every ballot as it is counted and may be published: without a name. */
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

/** Gives the ballots of a closed secret vote ids that follow from nothing. */
export async function shuffleBallots(db: TenantDb, vote: Vote): Promise<void> {
  const found = await countedBallots(db, vote)
  for (const { id } of found) {
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
}: Pick<Cast, 'key' | 'proposal' | 'reading' | 'member'>): string {
  const vote = reading === 1 ? proposal : `${proposal}:${reading}`
  const hex = createHmac('sha256', key).update(`ballot:${vote}:${member}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
