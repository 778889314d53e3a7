import { countedBallots, mixBallots } from '#app/domains/governance/ballots.server.ts'
import {
  changeProposal,
  electorsOf,
  type Proposal,
  proposalById,
} from '#app/domains/governance/proposals.server.ts'
import { tally } from '#app/domains/governance/tally.ts'
import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { promiseJob } from '#app/domains/queue/promise-job.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ProposalId, TenantId } from '#app/kernel/ids.ts'
import { inTenant, touchContent, type TenantDb } from '#tenants/scope.server.ts'
import { mailTeam } from './mail-team.server.ts'
import { takeEffectIn } from './take-effect.server.ts'

/**
 * Counts a vote whose time is over, or for which everybody has voted, and decides. Too early, a second time, or from
 * two processes at once: the proposal's lock lets one of them count, and the others find it done.
 */
export function closeVoting(tenant: TenantId, id: ProposalId, at: Instant): Promise<void> {
  return inTenant(tenant, async (db) => {
    const proposal = await proposalById(db, id, 'update')
    if (proposal?.state !== 'voting') return
    const electors = await electorsOf(db, id)
    const over =
      at.epochMilliseconds >= proposal.closesAt.epochMilliseconds ||
      electors.every(({ votedAt }) => votedAt)
    if (!over) return
    const electorate = electors.reduce((sum, { weight }) => sum + weight, 0)
    const counted = tally(await countedBallots(db, id), electorate, proposal)
    if (proposal.secret) await mixBallots(db, id)
    await changeProposal(db, id, {
      state: counted.passed ? 'passed' : 'failed',
      closedAt: at,
      tally: counted,
    })

    const data = {
      title: proposal.title,
      path: `/office/decisions/${proposal.number}`,
      yes: counted.yes,
      no: counted.no,
      abstain: counted.abstain,
      electorate,
    }
    const everybody = electors.map(({ memberId }) => memberId)
    await mailTeam(db, everybody, {
      template: counted.passed ? 'voting-passed' : 'voting-failed',
      data,
      at,
    })
    if (counted.passed && proposal.clauseKey) await coolOff(db, proposal, at)
    await touchContent(db, tenant)
  })
}

/** A passed amendment waits as long as the charter says, and then takes effect by itself. */
async function coolOff(db: TenantDb, { id }: Proposal, at: Instant): Promise<void> {
  const { charter } = await charterInForce(db)
  const effectiveAt = at.add({ hours: charter.voting.coolingOffHours })
  await changeProposal(db, id, { state: 'cooling-off', effectiveAt })
  if (charter.voting.coolingOffHours === 0) await takeEffectIn(db, id, at)
  else
    await promiseJob(
      db,
      { task: 'take-effect', payload: { tenant: db.tenant, proposal: id } },
      { runAt: effectiveAt, key: `effect:${id}` },
    )
}
