import { adoptCharter } from '#app/domains/charter/adopt.server.ts'
import {
  type Amendment,
  applyAmendment,
  amendmentTo,
  moreProtective,
} from '#app/domains/charter/amendment.ts'
import { readTerms } from '#app/domains/charter/charter.ts'
import { charterInForce, charterOfVersion } from '#app/domains/charter/in-force.server.ts'
import { REMIND_DAYS } from '#app/domains/decisions/proposal.ts'
import {
  changeProposal,
  type Proposal,
  proposalById,
} from '#app/domains/decisions/proposals.server.ts'
import { decisionWithSunset } from '#app/domains/decisions/sunsets.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import { activeMembers } from '#app/domains/members/members.server.ts'
import { recordActivity } from '#app/domains/members/activity.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { canonical } from '#app/kernel/canonical.ts'
import type { MemberId, ProposalId, TenantId } from '#app/kernel/ids.ts'
import { inTenant, touchContent, type TenantDb } from '#tenants/scope.server.ts'
import { amendmentOf } from '#app/rules/decisions/amendment-of.server.ts'
import { expireDecisionIn } from './expire-decision.server.ts'
import { mailMembers } from '#app/flows/mail/mail-members.server.ts'
import { withholdListings } from '#app/flows/offerings/withhold-listings.server.ts'
import { pathTo } from '#app/site-map/paths.ts'

/** Puts a passed amendment into force when its cooling-off is over. */
export function takeEffect(tenant: TenantId, id: ProposalId, at: Instant): Promise<void> {
  return inTenant(tenant, async (db) => {
    const changed = await takeEffectIn(db, id, at)
    if (changed) await notifyOfChange(db, changed, { at })
  })
}

/** A new version of the charter, and the title of the proposal that made it. */
export type Changed = { readonly title: string; readonly version: number }

/** Writes to all members, but those who have heard, that the charter has changed. */
export async function notifyOfChange(
  db: TenantDb,
  { title, version }: Changed,
  { heard = [], at }: { readonly heard?: readonly MemberId[]; readonly at: Instant },
): Promise<void> {
  const others = (await activeMembers(db)).filter(({ id }) => !heard.includes(id))
  const data = { title, path: pathTo('/charter'), version }
  await mailMembers(db, others, { template: 'charter-changed', data, at })
}

/**
 * The next version of the charter, in one transaction with the proposal that made it: the next order is priced by it,
 * and those placed before keep theirs. Where another decision changed the same clause meanwhile, this one no longer
 * says what it would replace, and is overtaken. Gives what changed, for the members to be told.
 */
export async function takeEffectIn(
  db: TenantDb,
  id: ProposalId,
  at: Instant,
): Promise<Changed | undefined> {
  const proposal = await proposalById(db, id, 'update')
  if (proposal?.state !== 'cooling-off' || !proposal.effectiveAt || !proposal.baseVersion)
    return undefined
  if (proposal.effectiveAt.epochMilliseconds > at.epochMilliseconds) return undefined
  const amendment = amendmentOf(proposal)
  const holder = await decisionWithSunset(db, amendment.clause)
  const { version, charter } = await charterInForce(db)
  const base = await charterOfVersion(db, proposal.baseVersion)
  if (canonical(base[amendment.clause]) !== canonical(charter[amendment.clause])) {
    await changeProposal(db, id, { state: 'overtaken' })
    // What waited for this decision, because it would have taken its place, waits no longer.
    if (holder) await expireDecisionIn(db, holder.id, at)
    return undefined
  }
  const next = version + 1
  if (
    !(await adoptCharter(db, {
      version: next,
      charter: applyAmendment(charter, amendment),
      at,
      proposal: id,
    }))
  ) {
    throw new Error('Two amendments took effect at once: this one will be tried again.')
  }
  await changeProposal(db, id, { state: 'in-force', inForceAt: at, inForceVersion: next })
  const before = amendmentTo(amendment.clause, charter[amendment.clause])
  if (proposal.direction === 'protective-down')
    await promiseSunset(db, proposal, { before, holder })
  await recordActivity(db, {
    act: 'charter-changed',
    actor: '',
    detail: { number: proposal.number, version: next },
    at,
  })
  await withholdListings(db, at)
  await touchContent(db, db.tenant)
  return { title: proposal.title, version: next }
}

/** What a decision found: the clause as it was, and the decision by which it would have gone back. */
type Replaced = { readonly before: Amendment; readonly holder: Proposal | undefined }

/**
 * A lowered protection will lapse. It takes the place of an earlier one of its clause, and goes back to what protected
 * more before either: what is renewed, or lowered step by step, still ends where it began.
 */
async function promiseSunset(
  db: TenantDb,
  { id, sunsetAt }: Proposal,
  { before: { clause, terms }, holder }: Replaced,
): Promise<void> {
  if (!sunsetAt) throw new Error('A protection is lowered without a sunset.')
  const revertsTo = holder
    ? moreProtective(clause, terms, readTerms(clause, holder.revertsTo))
    : terms
  await changeProposal(db, id, { revertsTo })
  if (holder) await changeProposal(db, holder.id, { followedBy: id })
  const payload = { tenant: db.tenant, proposal: id }
  const remindAt = sunsetAt.subtract({ hours: REMIND_DAYS * 24 })
  await promiseTask(
    db,
    { task: 'expire-decision', payload },
    { runAt: sunsetAt, key: `lapse:${id}` },
  )
  await promiseTask(
    db,
    { task: 'remind-of-sunset', payload },
    { runAt: remindAt, key: `remind:${id}` },
  )
}
