import { countedBallots, shuffleBallots } from '#app/domains/decisions/ballots.server.ts'
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
import { type Changed, takeEffectIn, notifyOfChange } from './take-effect.server.ts'

/**
 * Counts a vote whose time is over, or for which everybody has voted, and decides, or, where a first reading passed,
 * makes way for the second. Too early, a second time, or from
 * two processes at once: the proposal's lock lets one of them count, and the others find it done.
 */
export function closeVoting(tenant: TenantId, id: ProposalId, at: Instant): Promise<void> {
  return inTenant(tenant, async (db) => {
    const proposal = await proposalById(db, id, 'update')
    if (proposal?.state !== 'voting') return
    const vote = { proposal: id, reading: proposal.reading }
    const electors = await electorsOf(db, vote)
    const over =
      at.epochMilliseconds >= proposal.closesAt.epochMilliseconds ||
      electors.every(({ votedAt }) => votedAt)
    if (!over) return
    const electorate = electors.reduce((sum, { weight }) => sum + weight, 0)
    const counted = tally(await countedBallots(db, vote), electorate, proposal)
    if (proposal.secret) await shuffleBallots(db, vote)
    await touchContent(db, tenant)
    const closed = { proposal, counted, electors: electors.map(({ memberId }) => memberId), at }
    if (counted.passed && proposal.reading < proposal.readings) await readAgain(db, closed)
    else await settle(db, closed)
  })
}

type Closed = {
  readonly proposal: Proposal
  readonly counted: Tally
  readonly electors: readonly MemberId[]
  readonly at: Instant
}

async function settle(db: TenantDb, closed: Closed): Promise<void> {
  const { proposal, counted, at } = closed
  await changeProposal(db, proposal.id, {
    state: counted.passed ? 'passed' : 'failed',
    closedAt: at,
    tally: counted,
  })
  const changed = counted.passed && proposal.clauseKey ? await coolOff(db, proposal, at) : undefined
  const data = outcomeOf(closed)
  if (!changed) {
    const template = counted.passed ? 'voting-passed' : 'voting-failed'
    return mailElectors(db, closed, { template, data })
  }
  // What takes effect at once is told in one letter; whoever had no vote hears of the charter alone.
  const { version } = changed
  await mailElectors(db, closed, { template: 'passed-in-force', data: { ...data, version } })
  await notifyOfChange(db, changed, { heard: closed.electors, at })
}

/**
 * Passing once is a first reading. It is talked over again for as long as the charter says today, and then voted on
 * anew by whoever is a member by then; what the first came to is kept.
 */
async function readAgain(db: TenantDb, closed: Closed): Promise<void> {
  const { proposal, counted, at } = closed
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
  await mailElectors(db, closed, {
    template: 'first-reading-passed',
    data: { ...outcomeOf(closed), opens: opensAt.toString() },
  })
}

/** What letters about a vote speak of. */
function outcomeOf({ proposal, counted: { yes, no, abstain, electorate } }: Closed) {
  const path = pathTo('/office/decisions/:number', { number: proposal.number })
  return { title: proposal.title, path, yes, no, abstain, electorate }
}

async function mailElectors(db: TenantDb, { electors, at }: Closed, letter: Letter): Promise<void> {
  await mailMembers(db, await membersById(db, electors), { ...letter, at })
}

/** A passed amendment waits as long as the charter says, and then takes effect by itself. Gives what changed at once. */
async function coolOff(db: TenantDb, { id }: Proposal, at: Instant): Promise<Changed | undefined> {
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
