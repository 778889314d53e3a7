import { adoptCharter } from '#app/domains/charter/adopt.server.ts'
import {
  type Amendment,
  applyAmendment,
  amendmentTo,
  moreProtective,
  cappedForFee,
} from '#app/domains/charter/amendment.ts'
import { readTerms } from '#app/domains/charter/charter.ts'
import type { Charter } from '#app/domains/charter/clauses.ts'
import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { termsInForce } from '#app/domains/federation/terms.server.ts'
import {
  changeProposal,
  type Proposal,
  proposalById,
} from '#app/domains/decisions/proposals.server.ts'
import {
  pendingSunset,
  openRenewalNumber,
  hasPassedSuccessor,
} from '#app/domains/decisions/sunsets.server.ts'
import { recordActivity } from '#app/domains/members/activity.server.ts'
import { activeMembers } from '#app/domains/members/members.server.ts'
import { canonical } from '#app/kernel/canonical.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ProposalId, TenantId } from '#app/kernel/ids.ts'
import { inTenant, touchContent, type TenantDb } from '#tenants/scope.server.ts'
import { amendmentOf } from '#app/rules/decisions/amendment-of.server.ts'
import { mailMembers } from '#app/flows/mail/mail-members.server.ts'
import { withholdListings } from '#app/flows/offerings/withhold-listings.server.ts'
import { pathTo } from '#app/site-map/paths.ts'

/** Reverts a lowered protection at its sunset. It does nothing when called too early or again, or after a renewal. */
export function expireDecision(tenant: TenantId, id: ProposalId, at: Instant): Promise<void> {
  return inTenant(tenant, (db) => expireDecisionIn(db, id, at))
}

/**
 * Reverts a lowered protection within a transaction. For each number it takes the more protective one of the charter in
 * force and the terms before the lowering. A vote that took back a part of the lowering therefore does not preserve the
 * rest, and a vote that raised the protection further stays. It does nothing while a passed renewal cools off.
 *
 * @throws Error when the charter changed at the same time, so that the queue tries again.
 */
export async function expireDecisionIn(db: TenantDb, id: ProposalId, at: Instant): Promise<void> {
  const proposal = await proposalById(db, id, 'update')
  const sunset = proposal && pendingSunset(proposal)
  if (!sunset || sunset.epochMilliseconds > at.epochMilliseconds) return
  const { clause } = amendmentOf(proposal)
  if (await hasPassedSuccessor(db, clause)) return
  await changeProposal(db, id, { state: 'lapsed', lapsedAt: at })
  const { version, charter } = await charterInForce(db)
  const reverted = applyAmendment(charter, await revertedTerms(db, proposal, { charter, at }))
  await touchContent(db, db.tenant)
  if (canonical(reverted) === canonical(charter)) return
  const next = version + 1
  const adopted = { version: next, charter: reverted, at, proposal: id, reason: 'sunset' as const }
  if (!(await adoptCharter(db, adopted)))
    throw new Error('The charter changed at the same time. The sunset will be tried again.')
  await recordActivity(db, {
    act: 'charter-reverted',
    actor: '',
    detail: { number: proposal.number, version: next },
    at,
  })
  await mailMembers(db, await activeMembers(db), {
    template: 'charter-reverted',
    data: {
      title: proposal.title,
      number: proposal.number,
      version: next,
      path: pathTo('/charter'),
    },
    at,
  })
  await withholdListings(db, at)
}

/** Gives the terms to revert to. They are capped where the federation's fee has risen and leaves no room for them. */
async function revertedTerms(
  db: TenantDb,
  proposal: Proposal,
  { charter, at }: { readonly charter: Charter; readonly at: Instant },
): Promise<Amendment> {
  const { clause } = amendmentOf(proposal)
  const before = readTerms(clause, proposal.revertsTo)
  const { feeBp } = await termsInForce(db, at)
  return cappedForFee(amendmentTo(clause, moreProtective(clause, charter[clause], before)), feeBp)
}

/** Mails all members, once, that a decision expires soon, while there is still time for two readings of a renewal. */
export function remindOfSunset(tenant: TenantId, id: ProposalId, at: Instant): Promise<void> {
  return inTenant(tenant, async (db) => {
    const proposal = await proposalById(db, id, 'update')
    const sunset = proposal && pendingSunset(proposal)
    if (!sunset || proposal.remindedAt || (await openRenewalNumber(db, id))) return
    await changeProposal(db, id, { remindedAt: at })
    await mailMembers(db, await activeMembers(db), {
      template: 'sunset-near',
      data: {
        title: proposal.title,
        until: sunset.toString(),
        path: pathTo('/office/decisions/:number', { number: proposal.number }),
      },
      at,
    })
  })
}
