import {
  type Amendment,
  type AmendmentRefusal,
  directionOf,
  isAlwaysMeasured,
  refusalOf,
} from '#app/domains/charter/amendment.ts'
import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { rulesFor, sunsetOf } from '#app/domains/decisions/proposal.ts'
import { addProposal, findRepeatedProposal } from '#app/domains/decisions/proposals.server.ts'
import { denialOf } from '#app/domains/members/actor.server.ts'
import { mayRaiseProposals, type RightsRefusal } from '#app/domains/members/may.ts'
import { activeMembers } from '#app/domains/members/members.server.ts'
import { recordActivity } from '#app/domains/members/activity.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { retryOnConflict } from '#app/kernel/conflict.ts'
import type { MemberId, ProposalId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { federationFloors } from '#app/rules/federation/federation-floors.server.ts'
import { impactStatement } from '#app/rules/decisions/impact-statement.server.ts'
import { mailMembers } from '#app/flows/mail/mail-members.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { openVotingIn } from './open-voting.server.ts'

export type ProposalRequest = {
  readonly member: Actor<MemberId>
  readonly title: string
  readonly body: string
  /** The clause to change and its new terms; null for a resolution in words. */
  readonly amendment: Amendment | null
  readonly secret: boolean
  readonly at: Instant
}

export type RaisedProposal = { readonly id: ProposalId; readonly number: number }

/**
 * Raises a proposal. It refuses what the federation's floors forbid. The charter in force decides how the proposal is
 * voted on. Lowering a protection needs more: more time, a secret ballot, and three quarters of the votes and more than
 * half of all members in two readings; and it expires by itself. A repeated request returns the proposal of the first.
 */
export function raiseProposal(
  tenant: Tenant,
  request: ProposalRequest,
): Promise<Outcome<RaisedProposal, AmendmentRefusal | RightsRefusal>> {
  return retryOnNumberConflict(() =>
    inTenant(tenant.id, async (db) => {
      const { amendment, member, title, body, at } = request
      const denial = await denialOf(db, member.id, mayRaiseProposals)
      if (denial) return denial
      const content = { authorId: member.id, title, body, amendment: amendment?.terms ?? null, at }
      const before = await findRepeatedProposal(db, content)
      if (before) return done(before)
      const { charter } = await charterInForce(db)
      const floors = await federationFloors(db, tenant.currency, at)
      const forbidden = amendment && refusalOf(charter, amendment, floors)
      if (forbidden) return refused(forbidden)
      const direction = amendment ? directionOf(charter, amendment) : 'neutral'
      return done(await raiseProposalIn(db, { ...request, direction }))
    }),
  )
}

/** Repeats an act when a simultaneous one took the same proposal number, so that it gets the next number. */
export function retryOnNumberConflict<Result>(act: () => Promise<Result>): Promise<Result> {
  return retryOnConflict(act, { tries: 50 })
}

type CheckedProposal = ProposalRequest & {
  readonly direction: 'protective-up' | 'neutral' | 'protective-down'
  /** The decision that this proposal renews, and the terms that would return without the renewal. */
  readonly renews?: { readonly id: ProposalId; readonly revertsTo: Amendment }
}

/**
 * Raises an allowed proposal within a transaction. It stores the voting rules and the impact statement, mails the
 * members, and opens the vote or promises to open it after the discussion.
 */
export async function raiseProposalIn(
  db: TenantDb,
  { member, amendment, direction, renews, at, ...words }: CheckedProposal,
): Promise<RaisedProposal> {
  const { version, charter } = await charterInForce(db)
  const isLowering = direction === 'protective-down'
  const rules = rulesFor(charter.voting, isLowering)
  const opensAt = at.add({ hours: rules.discussionHours })
  const isMeasured = amendment && (isLowering || isAlwaysMeasured(amendment.clause))
  const measuredTerms = renews?.revertsTo ?? (isMeasured ? amendment : null)
  const raised = await addProposal(db, {
    ...words,
    ...(amendment ? amendmentColumns(amendment, version) : {}),
    secret: words.secret || isLowering,
    authorId: member.id,
    direction,
    renewsId: renews?.id ?? null,
    readings: rules.readings,
    quorumBp: rules.quorumBp,
    majorityBp: rules.majorityBp,
    overHalfOfMembers: rules.overHalfOfMembers,
    impact: measuredTerms && (await impactStatement(db, measuredTerms, at)),
    raisedAt: at,
    opensAt,
    closesAt: opensAt.add({ hours: rules.votingHours }),
    sunsetAt: isLowering ? sunsetOf(opensAt) : null,
  })
  const announcement = { ...raised, title: words.title, opensAt, member, at }
  await recordRaised(db, announcement)
  if (rules.discussionHours === 0) await openVotingIn(db, raised.id, { at, raisedBy: member })
  else {
    await mailOthers(db, announcement)
    await promiseTask(
      db,
      { task: 'open-voting', payload: { tenant: db.tenant, proposal: raised.id } },
      { runAt: opensAt, key: `open:${raised.id}` },
    )
  }
  return raised
}

const amendmentColumns = ({ clause, terms }: Amendment, baseVersion: number) => ({
  clauseKey: clause,
  amendment: terms,
  baseVersion,
})

type Announcement = RaisedProposal &
  Pick<ProposalRequest, 'title' | 'member' | 'at'> & { readonly opensAt: Instant }

function recordRaised(db: TenantDb, { number, member, at }: Announcement): Promise<void> {
  return recordActivity(db, {
    act: 'proposal-raised',
    actor: member.name,
    member: member.id,
    detail: { number },
    at,
  })
}

/** Mails the other members that a discussion has begun. */
async function mailOthers(
  db: TenantDb,
  { number, title, opensAt, member, at }: Announcement,
): Promise<void> {
  const others = (await activeMembers(db)).filter(({ id }) => id !== member.id)
  const path = pathTo('/office/decisions/:number', { number })
  const data = { title, by: member.name, path, opens: opensAt.toString() }
  await mailMembers(db, others, { template: 'proposal-raised', data, at })
}
