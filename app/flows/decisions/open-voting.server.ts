import type { Letter } from '#app/domains/mail/letters.ts'
import { type Amendment, amendmentTo, isAlwaysMeasured } from '#app/domains/charter/amendment.ts'
import { findClause, readTerms } from '#app/domains/charter/charter.ts'
import {
  changeProposal,
  freezeElectors,
  type Proposal,
  proposalById,
} from '#app/domains/decisions/proposals.server.ts'
import { activeMembers } from '#app/domains/members/members.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, ProposalId, TenantId } from '#app/kernel/ids.ts'
import { inTenant, touchContent, type TenantDb } from '#tenants/scope.server.ts'
import { amendmentOf } from '#app/rules/decisions/amendment-of.server.ts'
import { impactStatement } from '#app/rules/decisions/impact-statement.server.ts'
import { mailMembers } from '#app/flows/mail/mail-members.server.ts'
import { pathTo } from '#app/site-map/paths.ts'

/** Opens the vote on a proposal whose discussion is over. Too early, or a second time, changes nothing. */
export function openVoting(tenant: TenantId, proposal: ProposalId, at: Instant): Promise<void> {
  return inTenant(tenant, (db) => openVotingIn(db, proposal, { at }))
}

type Opened = {
  readonly at: Instant
  /** Who has just raised it, where there was nothing to talk over: one letter tells the others of both, and them of nothing. */
  readonly raisedBy?: Actor<MemberId>
}

/**
 * Freezes who may vote in this reading, attaches what the change would have meant, and says so to all. A protection
 * cannot be voted down without its statement: whatever hinders that keeps the ballot shut.
 */
export async function openVotingIn(
  db: TenantDb,
  id: ProposalId,
  { at, raisedBy }: Opened,
): Promise<void> {
  const proposal = await proposalById(db, id, 'update')
  if (proposal?.state !== 'discussion' || proposal.opensAt.epochMilliseconds > at.epochMilliseconds)
    return
  const members = await activeMembers(db)
  await freezeElectors(
    db,
    { proposal: id, reading: proposal.reading },
    members.map((member) => ({ member: member.id, weight: 1 })),
  )
  const measured = await measuredBy(db, proposal)
  const impact = measured && (await impactStatement(db, measured, at))
  await changeProposal(db, id, { state: 'voting', openedAt: at, impact })
  await promiseTask(
    db,
    { task: 'close-voting', payload: { tenant: db.tenant, proposal: id } },
    { runAt: proposal.closesAt, key: `close:${id}` },
  )
  const told = members.filter((member) => member.id !== raisedBy?.id)
  await mailMembers(db, told, { ...letterOf(proposal, raisedBy), at })
  await touchContent(db, db.tenant)
}

function letterOf(proposal: Proposal, raisedBy: Opened['raisedBy']): Letter {
  const data = {
    title: proposal.title,
    path: pathTo('/office/decisions/:number', { number: proposal.number }),
    closes: proposal.closesAt.toString(),
  }
  if (raisedBy) return { template: 'proposal-open', data: { ...data, by: raisedBy.name } }
  return { template: proposal.reading > 1 ? 'second-reading-open' : 'voting-open', data }
}

/** The terms whose effect is to be shown: the proposed ones, and for a renewal those it would keep from coming back. */
async function measuredBy(db: TenantDb, proposal: Proposal): Promise<Amendment | null> {
  const renewed = proposal.renewsId && (await proposalById(db, proposal.renewsId))
  const clause = findClause(proposal.clauseKey)
  if (renewed && clause) return amendmentTo(clause, readTerms(clause, renewed.revertsTo))
  return proposal.direction === 'protective-down' || (clause && isAlwaysMeasured(clause))
    ? amendmentOf(proposal)
    : null
}
