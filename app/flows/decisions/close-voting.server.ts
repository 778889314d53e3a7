import { countedBallots, openBallots } from '#app/domains/decisions/ballots.server.ts'
import {
  changeProposal,
  electorsOf,
  saveReading,
  type Proposal,
  proposalById,
} from '#app/domains/decisions/proposals.server.ts'
import { rulesFor } from '#app/domains/decisions/proposal.ts'
import { type Tally, tally } from '#app/domains/decisions/tally.ts'
import type { Letter } from '#app/domains/mail/letters.ts'
import { membersById } from '#app/domains/members/members.server.ts'
import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, ProposalId, TenantId } from '#app/kernel/ids.ts'
import { inTenant, touchContent, type TenantDb } from '#tenants/scope.server.ts'
import { mailMembers } from '#app/flows/mail/mail-members.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { type CharterChange, takeEffectIn, notifyOfChange } from './take-effect.server.ts'

/**
 * Counts a vote whose time is over, or in which all electors have voted. It settles the proposal, or starts the second
 * reading when the first one passed. It does nothing when called too early or again. The proposal's lock lets only one of
 * several simultaneous calls count. `key` opens the ballots of a secret vote.
 */
export function closeVoting(
  tenant: TenantId,
  id: ProposalId,
  { at, key }: { readonly at: Instant; readonly key: string },
): Promise<void> {
  return inTenant(tenant, async (db) => {
    const proposal = await proposalById(db, id, 'update')
    if (proposal?.state !== 'voting') return
    const vote = { proposal: id, reading: proposal.reading }
    const electors = await electorsOf(db, vote)
    const isOver =
      at.epochMilliseconds >= proposal.closesAt.epochMilliseconds ||
      electors.every(({ votedAt }) => votedAt)
    if (!isOver) return
    const electorate = electors.reduce((sum, { weight }) => sum + weight, 0)
    if (proposal.secret) await openBallots(db, vote, key)
    const counted = tally(await countedBallots(db, vote), electorate, proposal)
    await touchContent(db, tenant)
    const closedVote = { proposal, counted, electors: electors.map(({ memberId }) => memberId), at }
    if (counted.passed && proposal.reading < proposal.readings)
      await startNextReading(db, closedVote)
    else await settleProposal(db, closedVote)
  })
}

type ClosedVote = {
  readonly proposal: Proposal
  readonly counted: Tally
  readonly electors: readonly MemberId[]
  readonly at: Instant
}

/** Decides the proposal by the count, starts the cooling-off of a passed amendment, and mails the electors. */
async function settleProposal(db: TenantDb, closedVote: ClosedVote): Promise<void> {
  const { proposal, counted, at } = closedVote
  await changeProposal(db, proposal.id, {
    state: counted.passed ? 'passed' : 'failed',
    closedAt: at,
    tally: counted,
  })
  const changed =
    counted.passed && proposal.clauseKey ? await startCoolingOff(db, proposal, at) : undefined
  const data = outcomeData(closedVote)
  if (!changed) {
    const template = counted.passed ? 'voting-passed' : 'voting-failed'
    return mailElectors(db, closedVote, { template, data })
  }
  // When the change is in force at once, the electors get one letter about both. The other members get one about the change.
  const { version } = changed
  await mailElectors(db, closedVote, { template: 'passed-in-force', data: { ...data, version } })
  await notifyOfChange(db, changed, { informed: closedVote.electors, at })
}

/**
 * Saves the result of a passed reading and starts the discussion of the next one, for as long as the charter in force
 * says. The members at the time when the next vote opens are its electors.
 */
async function startNextReading(db: TenantDb, closedVote: ClosedVote): Promise<void> {
  const { proposal, counted, at } = closedVote
  const { charter } = await charterInForce(db)
  const rules = rulesFor(charter.voting, true)
  const opensAt = at.add({ hours: rules.discussionHours })
  await saveReading(db, {
    proposal: proposal.id,
    reading: proposal.reading,
    openedAt: proposal.openedAt ?? proposal.opensAt,
    closedAt: at,
    tally: counted,
  })
  await changeProposal(db, proposal.id, {
    state: 'discussion',
    reading: proposal.reading + 1,
    opensAt,
    closesAt: opensAt.add({ hours: rules.votingHours }),
    openedAt: null,
  })
  await promiseTask(
    db,
    { task: 'open-voting', payload: { tenant: db.tenant, proposal: proposal.id } },
    { runAt: opensAt, key: `open:${proposal.id}` },
  )
  await mailElectors(db, closedVote, {
    template: 'first-reading-passed',
    data: { ...outcomeData(closedVote), opens: opensAt.toString() },
  })
}

/** Gives the data of a letter about a vote. */
function outcomeData({ proposal, counted: { yes, no, abstain, electorate } }: ClosedVote) {
  const path = pathTo('/office/decisions/:number', { number: proposal.number })
  return { title: proposal.title, path, yes, no, abstain, electorate }
}

async function mailElectors(
  db: TenantDb,
  { electors, at }: ClosedVote,
  letter: Letter,
): Promise<void> {
  await mailMembers(db, await membersById(db, electors), { ...letter, at })
}

/**
 * Starts the cooling-off of a passed amendment, for as long as the charter says, and promises that it takes effect
 * afterwards. Without a cooling-off it takes effect at once; then the change is returned.
 */
async function startCoolingOff(
  db: TenantDb,
  { id }: Proposal,
  at: Instant,
): Promise<CharterChange | undefined> {
  const { charter } = await charterInForce(db)
  const effectiveAt = at.add({ hours: charter.voting.coolingOffHours })
  await changeProposal(db, id, { state: 'cooling-off', effectiveAt })
  if (charter.voting.coolingOffHours === 0) return takeEffectIn(db, id, at)
  await promiseTask(
    db,
    { task: 'take-effect', payload: { tenant: db.tenant, proposal: id } },
    { runAt: effectiveAt, key: `effect:${id}` },
  )
  return undefined
}
