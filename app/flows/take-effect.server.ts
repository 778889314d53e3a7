import { adopt } from '#app/domains/charter/adopt.server.ts'
import { type Amendment, amended, CLAUSES, withinLimits } from '#app/domains/charter/charter.ts'
import { charterInForce, charterOfVersion } from '#app/domains/charter/in-force.server.ts'
import {
  changeProposal,
  type Proposal,
  proposalById,
} from '#app/domains/governance/proposals.server.ts'
import { activeMembers } from '#app/domains/membership/members.server.ts'
import { noteActivity } from '#app/domains/membership/activity.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { canonical } from '#app/kernel/canonical.ts'
import type { ProposalId, TenantId } from '#app/kernel/ids.ts'
import { inTenant, touchContent, type TenantDb } from '#tenants/scope.server.ts'
import { mailTeam } from './mail-team.server.ts'

/** Puts a passed amendment into force when its cooling-off is over. */
export function takeEffect(tenant: TenantId, id: ProposalId, at: Instant): Promise<void> {
  return inTenant(tenant, (db) => takeEffectIn(db, id, at))
}

/**
 * The next version of the charter, in one transaction with the proposal that made it: the next order is priced by it,
 * and those placed before keep theirs. Where another decision changed the same clause meanwhile, this one no longer
 * says what it would replace, and is overtaken.
 */
export async function takeEffectIn(db: TenantDb, id: ProposalId, at: Instant): Promise<void> {
  const proposal = await proposalById(db, id, 'update')
  if (proposal?.state !== 'cooling-off' || !proposal.effectiveAt || !proposal.baseVersion) return
  if (proposal.effectiveAt.epochMilliseconds > at.epochMilliseconds) return
  const amendment = amendmentOf(proposal)
  const { version, charter } = await charterInForce(db)
  const base = await charterOfVersion(db, proposal.baseVersion)
  if (canonical(base[amendment.clause]) !== canonical(charter[amendment.clause])) {
    return changeProposal(db, id, { state: 'overtaken' })
  }
  const next = version + 1
  if (
    !(await adopt(db, { version: next, charter: amended(charter, amendment), at, proposal: id }))
  ) {
    throw new Error('Two amendments took effect at once: this one will be tried again.')
  }
  await changeProposal(db, id, { state: 'in-force', inForceAt: at, inForceVersion: next })
  await noteActivity(db, {
    act: 'charter-changed',
    actor: '',
    detail: { number: proposal.number, version: next },
    at,
  })
  const everybody = (await activeMembers(db)).map(({ id: member }) => member)
  await mailTeam(db, everybody, {
    template: 'charter-changed',
    data: { title: proposal.title, path: '/charter', version: next },
    at,
  })
  await touchContent(db, db.tenant)
}

/** The amendment a proposal carries. @throws RangeError if what is stored is no clause's terms. */
export function amendmentOf({
  clauseKey,
  amendment,
}: Pick<Proposal, 'clauseKey' | 'amendment'>): Amendment {
  const clause = CLAUSES.find((key) => key === clauseKey)
  if (
    !clause ||
    typeof amendment !== 'object' ||
    amendment === null ||
    !withinLimits(clause, { ...amendment })
  ) {
    throw new RangeError('A proposal that amends nothing.')
  }
  return { clause, terms: amendment } as Amendment
}
