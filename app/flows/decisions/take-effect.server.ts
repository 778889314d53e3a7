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
export type CharterChange = { readonly title: string; readonly version: number }

/** Mails all members except the informed ones that the charter has changed. */
export async function notifyOfChange(
  db: TenantDb,
  { title, version }: CharterChange,
  { informed = [], at }: { readonly informed?: readonly MemberId[]; readonly at: Instant },
): Promise<void> {
  const others = (await activeMembers(db)).filter(({ id }) => !informed.includes(id))
  const data = { title, path: pathTo('/charter'), version }
  await mailMembers(db, others, { template: 'charter-changed', data, at })
}

/**
 * Puts a passed amendment into force within a transaction, as the next version of the charter. Later orders are priced by
 * it, and earlier ones keep their version. When another decision changed the same clause meanwhile, the proposal is
 * overtaken instead. Returns the change for the letters to the members, or undefined when there is none.
 *
 * @throws Error when another amendment took effect at the same time, so that the queue tries again.
 */
export async function takeEffectIn(
  db: TenantDb,
  id: ProposalId,
  at: Instant,
): Promise<CharterChange | undefined> {
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
    // The earlier decision, whose sunset was postponed for this one, expires if its time is over.
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
    throw new Error('Another amendment took effect at the same time. This one will be tried again.')
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

/** What a decision replaces: the terms before it, and the earlier decision whose sunset would revert them. */
type ReplacedTerms = { readonly before: Amendment; readonly holder: Proposal | undefined }

/**
 * Promises the sunset of a lowered protection and its reminder. The decision replaces an earlier one of the same clause,
 * and reverts to the more protective terms before both. A protection that is renewed, or lowered in several steps,
 * therefore reverts to where it began.
 */
async function promiseSunset(
  db: TenantDb,
  { id, sunsetAt }: Proposal,
  { before: { clause, terms }, holder }: ReplacedTerms,
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
