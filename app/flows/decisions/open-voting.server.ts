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

/** Opens the vote on a proposal whose discussion is over. It changes nothing when called too early or again. */
export function openVoting(tenant: TenantId, proposal: ProposalId, at: Instant): Promise<void> {
  return inTenant(tenant, (db) => openVotingIn(db, proposal, { at }))
}

type OpeningContext = {
  readonly at: Instant
  /**
   * The member who raised the proposal in the same transaction, because it has no discussion. The other members get one
   * letter about both, and this member gets none.
   */
  readonly raisedBy?: Actor<MemberId>
}

/**
 * Opens a vote within a transaction. It records the electors of the reading, attaches the impact statement, and mails the
 * members. The vote does not open when the statement cannot be made, so that a protection is never lowered without it.
 */
export async function openVotingIn(
  db: TenantDb,
  id: ProposalId,
  { at, raisedBy }: OpeningContext,
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
  const measuredTerms = await termsToMeasure(db, proposal)
  const impact = measuredTerms && (await impactStatement(db, measuredTerms, at))
  await changeProposal(db, id, { state: 'voting', openedAt: at, impact })
  await promiseTask(
    db,
    { task: 'close-voting', payload: { tenant: db.tenant, proposal: id } },
    { runAt: proposal.closesAt, key: `close:${id}` },
  )
  const recipients = members.filter((member) => member.id !== raisedBy?.id)
  await mailMembers(db, recipients, { ...chooseLetter(proposal, raisedBy), at })
  await touchContent(db, db.tenant)
}

function chooseLetter(proposal: Proposal, raisedBy: OpeningContext['raisedBy']): Letter {
  const data = {
    title: proposal.title,
    path: pathTo('/office/decisions/:number', { number: proposal.number }),
    closes: proposal.closesAt.toString(),
  }
  if (raisedBy) return { template: 'proposal-open', data: { ...data, by: raisedBy.name } }
  return { template: proposal.reading > 1 ? 'second-reading-open' : 'voting-open', data }
}

/**
 * Gives the terms whose effect the impact statement shows: the proposed ones, or for a renewal those that would return
 * without it. Returns null when the proposal needs no statement.
 */
async function termsToMeasure(db: TenantDb, proposal: Proposal): Promise<Amendment | null> {
  const renewed = proposal.renewsId && (await proposalById(db, proposal.renewsId))
  const clause = findClause(proposal.clauseKey)
  if (renewed && clause) return amendmentTo(clause, readTerms(clause, renewed.revertsTo))
  return proposal.direction === 'protective-down' || (clause && isAlwaysMeasured(clause))
    ? amendmentOf(proposal)
    : null
}
