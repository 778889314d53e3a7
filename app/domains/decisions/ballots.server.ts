import { createHmac, randomUUID } from 'node:crypto'
import { and, eq, isNotNull } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, ProposalId } from '#app/kernel/ids.ts'
import { ballots, electors } from '#db/schema/decisions.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { encryptChoice, decryptChoice } from './encrypted-choice.server.ts'
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
 * Adds a ballot, or changes the existing one. While a secret vote is open, its ballot is encrypted beside the elector, and
 * no other row is written: nobody who reads the database alone learns a choice of anybody, by whatever joins two rows.
 */
export async function saveBallot(db: TenantDb, ballot: BallotCast): Promise<void> {
  const { choice, secret, member, at } = ballot
  // A secret ballot from before ballots were encrypted is a row of its own, until its vote closes.
  const isChanged = secret && (await changeUnencrypted(db, ballot))
  if (!secret) await saveOpenBallot(db, ballot)
  await db
    .update(electors)
    .set({
      votedAt: at,
      ...(secret && !isChanged ? { encrypted: encryptChoice(choice, ballot) } : {}),
    })
    .where(and(thisVote(db, ballot), eq(electors.memberId, member)))
}

async function saveOpenBallot(db: TenantDb, ballot: BallotCast): Promise<void> {
  const { proposal, reading, member, choice, weight, at } = ballot
  const row = { choice, memberId: member, castAt: at }
  await db
    .insert(ballots)
    .values({
      tenantId: db.tenant,
      proposalId: proposal,
      reading,
      id: ballotId(ballot),
      weight,
      ...row,
    })
    .onConflictDoUpdate({ target: [ballots.tenantId, ballots.proposalId, ballots.id], set: row })
}

async function changeUnencrypted(db: TenantDb, ballot: BallotCast): Promise<boolean> {
  const changed = await db
    .update(ballots)
    .set({ choice: ballot.choice })
    .where(
      and(
        eq(ballots.tenantId, db.tenant),
        eq(ballots.proposalId, ballot.proposal),
        eq(ballots.id, ballotId(ballot)),
      ),
    )
    .returning({ id: ballots.id })
  return changed.length > 0
}

const thisVote = (db: TenantDb, { proposal, reading }: Vote) =>
  and(
    eq(electors.tenantId, db.tenant),
    eq(electors.proposalId, proposal),
    eq(electors.reading, reading),
  )

/** Returns a member's own choice, or undefined when they have not voted. Only that member may see it. */
export async function ownChoice(
  db: TenantDb,
  voter: Pick<BallotCast, 'proposal' | 'reading' | 'member' | 'key'>,
): Promise<Choice | undefined> {
  const [elector] = await db
    .select({ encrypted: electors.encrypted })
    .from(electors)
    .where(and(thisVote(db, voter), eq(electors.memberId, voter.member)))
  if (elector?.encrypted) return decryptChoice(elector.encrypted, voter)
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

/**
 * Opens the ballots of a secret vote that closes: all are written at once, with random ids and in their order, and the
 * roll keeps none. Nothing traces a ballot to its elector, nor to when it was cast.
 */
export async function openBallots(db: TenantDb, vote: Vote, key: string): Promise<void> {
  await shuffleUnencrypted(db, vote)
  const rows = await db
    .select({ member: electors.memberId, weight: electors.weight, encrypted: electors.encrypted })
    .from(electors)
    .where(and(thisVote(db, vote), isNotNull(electors.encrypted)))
  const opened = rows.map(({ member, weight, encrypted }) => ({
    tenantId: db.tenant,
    proposalId: vote.proposal,
    reading: vote.reading,
    id: randomUUID(),
    choice: decryptChoice(encrypted ?? '', { ...vote, key, member }),
    weight,
  }))
  if (opened.length === 0) return
  const byId = (one: { readonly id: string }, other: { readonly id: string }) =>
    one.id < other.id ? -1 : 1
  await db.insert(ballots).values(opened.toSorted(byId))
  await db.update(electors).set({ encrypted: null }).where(thisVote(db, vote))
}

/** Gives the secret ballots from before ballots were encrypted random ids. */
async function shuffleUnencrypted(db: TenantDb, vote: Vote): Promise<void> {
  for (const { id } of await countedBallots(db, vote))
    await db
      .update(ballots)
      .set({ id: randomUUID() })
      .where(
        and(
          eq(ballots.tenantId, db.tenant),
          eq(ballots.proposalId, vote.proposal),
          eq(ballots.id, id),
        ),
      )
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
