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

export type ProposalAsked = {
  readonly member: Actor<MemberId>
  readonly title: string
  readonly body: string
  /** The clause to change and its new terms, or nothing for a resolution in words. */
  readonly amendment: Amendment | null
  readonly secret: boolean
  readonly at: Instant
}

export type Raised = { readonly id: ProposalId; readonly number: number }

/**
 * Puts a proposal before the members. What the federation's floors forbid cannot even be proposed. The charter of
 * today decides how it is voted on; lowering a protection takes more: time, a secret ballot, three quarters of the
 * votes and more than half of all members, twice, and it lapses by itself.
 */
export function raiseProposal(
  tenant: Tenant,
  asked: ProposalAsked,
): Promise<Outcome<Raised, AmendmentRefusal | RightsRefusal>> {
  return retryRaising(() =>
    inTenant(tenant.id, async (db) => {
      const { amendment, member, title, body, at } = asked
      const denial = await denialOf(db, member.id, mayRaiseProposals)
      if (denial) return denial
      const wanted = { authorId: member.id, title, body, amendment: amendment?.terms ?? null, at }
      const before = await findRepeatedProposal(db, wanted)
      if (before) return done(before)
      const { charter } = await charterInForce(db)
      const floors = await federationFloors(db, tenant.currency, at)
      const forbidden = amendment && refusalOf(charter, amendment, floors)
      if (forbidden) return refused(forbidden)
      const direction = amendment ? directionOf(charter, amendment) : 'neutral'
      return done(await raiseIn(db, { ...asked, direction }))
    }),
  )
}

/** Two who raise at once want the same number: one of them takes the next. */
export function retryRaising<Result>(act: () => Promise<Result>): Promise<Result> {
  return retryOnConflict(act, { tries: 50 })
}

type Raising = ProposalAsked & {
  readonly direction: 'protective-up' | 'neutral' | 'protective-down'
  /** The decision that this one is to keep alive. */
  readonly renews?: { readonly id: ProposalId; readonly revertsTo: Amendment }
}

/** Raises what is allowed: with its rules, its statement from the ledger, and the moments at which it goes on by itself. */
export async function raiseIn(
  db: TenantDb,
  { member, amendment, direction, renews, at, ...words }: Raising,
): Promise<Raised> {
  const { version, charter } = await charterInForce(db)
  const lowers = direction === 'protective-down'
  const rules = rulesFor(charter.voting, lowers)
  const opensAt = at.add({ hours: rules.discussionHours })
  const isMeasured = amendment && (lowers || isAlwaysMeasured(amendment.clause))
  const measured = renews?.revertsTo ?? (isMeasured ? amendment : null)
  const raised = await addProposal(db, {
    ...words,
    ...(amendment ? changeOf(amendment, version) : {}),
    secret: words.secret || lowers,
    authorId: member.id,
    direction,
    renewsId: renews?.id ?? null,
    readings: rules.readings,
    quorumBp: rules.quorumBp,
    majorityBp: rules.majorityBp,
    overHalfOfMembers: rules.overHalfOfMembers,
    impact: measured && (await impactStatement(db, measured, at)),
    raisedAt: at,
    opensAt,
    closesAt: opensAt.add({ hours: rules.votingHours }),
    sunsetAt: lowers ? sunsetOf(opensAt) : null,
  })
  const news = { ...raised, title: words.title, opensAt, member, at }
  await recordRaised(db, news)
  if (rules.discussionHours === 0) await openVotingIn(db, raised.id, { at, raisedBy: member })
  else {
    await announce(db, news)
    await promiseTask(
      db,
      { task: 'open-voting', payload: { tenant: db.tenant, proposal: raised.id } },
      { runAt: opensAt, key: `open:${raised.id}` },
    )
  }
  return raised
}

const changeOf = ({ clause, terms }: Amendment, baseVersion: number) => ({
  clauseKey: clause,
  amendment: terms,
  baseVersion,
})

type News = Raised & Pick<ProposalAsked, 'title' | 'member' | 'at'> & { readonly opensAt: Instant }

function recordRaised(db: TenantDb, { number, member, at }: News): Promise<void> {
  return recordActivity(db, {
    act: 'proposal-raised',
    actor: member.name,
    member: member.id,
    detail: { number },
    at,
  })
}

/** Tells the others that there is something to talk over. Who raised it knows. */
async function announce(db: TenantDb, { number, title, opensAt, member, at }: News): Promise<void> {
  const others = (await activeMembers(db)).filter(({ id }) => id !== member.id)
  const path = pathTo('/office/decisions/:number', { number })
  const data = { title, by: member.name, path, opens: opensAt.toString() }
  await mailMembers(db, others, { template: 'proposal-raised', data, at })
}
