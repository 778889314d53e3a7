import { amendmentTo, outOfBounds } from '#app/domains/charter/amendment.ts'
import { findClause, readTerms } from '#app/domains/charter/charter.ts'
import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { type Proposal, proposalById } from '#app/domains/decisions/proposals.server.ts'
import { pendingSunset, openRenewalNumber } from '#app/domains/decisions/sunsets.server.ts'
import { denialOf } from '#app/domains/members/actor.server.ts'
import { mayRaiseProposals, type RightsRefusal } from '#app/domains/members/may.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, ProposalId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { translator } from '#app/locales/translate.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { federationFloors } from '#app/rules/federation/federation-floors.server.ts'
import {
  retryOnNumberConflict,
  type RaisedProposal,
  raiseProposalIn,
} from './raise-proposal.server.ts'

type RenewRefusal =
  | 'proposal-not-found'
  | 'nothing-to-renew'
  | 'renewal-under-way'
  | 'renewal-out-of-bounds'
  | RightsRefusal

type RenewalRequest = {
  readonly proposal: ProposalId
  readonly member: Actor<MemberId>
  readonly at: Instant
}

/**
 * Proposes to keep a lowered protection in force beyond its sunset. The rules of the vote are those of lowering it, and
 * the renewal has a sunset too. The decision is locked, so that two simultaneous requests make one renewal.
 */
export function renewDecision(
  tenant: Tenant,
  { proposal: id, member, at }: RenewalRequest,
): Promise<Outcome<RaisedProposal, RenewRefusal>> {
  return retryOnNumberConflict(() =>
    inTenant(tenant.id, async (db) => {
      const denial = await denialOf(db, member.id, mayRaiseProposals)
      if (denial) return denial
      const proposal = await proposalById(db, id, 'update')
      if (!proposal) return refused('proposal-not-found')
      const sunset = pendingSunset(proposal)
      if (!sunset || sunset.epochMilliseconds <= at.epochMilliseconds)
        return refused('nothing-to-renew')
      if (await openRenewalNumber(db, id)) return refused('renewal-under-way')
      const { charter } = await charterInForce(db)
      const clause = findClause(proposal.clauseKey)
      if (!clause) return refused('nothing-to-renew')
      const amendment = amendmentTo(clause, charter[clause])
      const floors = await federationFloors(db, tenant.currency, at)
      if (outOfBounds(amendment, floors)) return refused('renewal-out-of-bounds')
      const t = translator(tenant.locale, tenant.country)
      const first = await firstDecisionOf(db, proposal)
      const title = t('decisions:renew.title', { title: first.title })
      const raised = await raiseProposalIn(db, {
        member,
        title: [...title].slice(0, 160).join(''),
        body: t('decisions:renew.body', { number: proposal.number }),
        amendment,
        secret: true,
        direction: 'protective-down',
        renews: {
          id,
          revertsTo: amendmentTo(clause, readTerms(clause, proposal.revertsTo)),
        },
        at,
      })
      return done(raised)
    }),
  )
}

/** Finds the decision that a chain of renewals began with. A renewal is named after it. */
async function firstDecisionOf(db: TenantDb, proposal: Proposal): Promise<Proposal> {
  const before = proposal.renewsId ? await proposalById(db, proposal.renewsId) : undefined
  return before ? firstDecisionOf(db, before) : proposal
}
