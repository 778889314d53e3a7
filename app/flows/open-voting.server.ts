import {
  changeProposal,
  freezeElectors,
  proposalById,
} from '#app/domains/governance/proposals.server.ts'
import { impactOf } from '#app/domains/ledger/impact.server.ts'
import { activeMembers } from '#app/domains/membership/members.server.ts'
import { promiseJob } from '#app/domains/queue/promise-job.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ProposalId, TenantId } from '#app/kernel/ids.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { mailTeam } from './mail-team.server.ts'

/** Opens the vote on a proposal whose discussion is over. Too early, or a second time, changes nothing. */
export function openVoting(tenant: TenantId, proposal: ProposalId, at: Instant): Promise<void> {
  return inTenant(tenant, (db) => openVotingIn(db, proposal, at))
}

/** Freezes who may vote, attaches what the change would have meant to each, and says so to all. */
export async function openVotingIn(db: TenantDb, id: ProposalId, at: Instant): Promise<void> {
  const proposal = await proposalById(db, id, 'update')
  if (proposal?.state !== 'discussion' || proposal.opensAt.epochMilliseconds > at.epochMilliseconds)
    return
  const members = await activeMembers(db)
  await freezeElectors(
    db,
    id,
    members.map((member) => ({ member: member.id, weight: 1 })),
  )
  const workersBp = proposal.clauseKey === 'split' ? workersBpIn(proposal.amendment) : undefined
  const impact = workersBp === undefined ? null : await impactOf(db, workersBp, at)
  await changeProposal(db, id, { state: 'voting', openedAt: at, impact })
  await promiseJob(
    db,
    { task: 'close-voting', payload: { tenant: db.tenant, proposal: id } },
    { runAt: proposal.closesAt, key: `close:${id}` },
  )
  const data = {
    title: proposal.title,
    path: `/office/decisions/${proposal.number}`,
    closes: proposal.closesAt.toString(),
  }
  await mailTeam(
    db,
    members.map((member) => member.id),
    { template: 'voting-open', data, at },
  )
}

function workersBpIn(terms: unknown): number | undefined {
  const value =
    typeof terms === 'object' && terms !== null ? Reflect.get(terms, 'workersBp') : undefined
  return typeof value === 'number' ? value : undefined
}
