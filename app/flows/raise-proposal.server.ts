import {
  type Amendment,
  type AmendmentRefusal,
  directionOf,
  refusalOf,
} from '#app/domains/charter/charter.ts'
import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { termsInForce } from '#app/domains/federation/terms.server.ts'
import { PROTECTIVE_DOWN, rulesFor } from '#app/domains/governance/proposal.ts'
import { raise } from '#app/domains/governance/proposals.server.ts'
import { activeMembers } from '#app/domains/membership/members.server.ts'
import { noteActivity } from '#app/domains/membership/activity.server.ts'
import { promiseJob } from '#app/domains/queue/promise-job.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { isConflict } from '#app/kernel/conflict.ts'
import type { MemberId, ProposalId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { mailTeam } from './mail-team.server.ts'
import { openVotingIn } from './open-voting.server.ts'

export type ProposalAsked = {
  readonly member: { readonly id: MemberId; readonly name: string }
  readonly title: string
  readonly body: string
  /** The clause to change and its new terms, or nothing for a resolution in words. */
  readonly amendment: Amendment | null
  readonly secret: boolean
  readonly at: Instant
}

type Raised = { readonly id: ProposalId; readonly number: number }

/**
 * Puts a proposal before the members. What the federation's floors forbid cannot even be proposed. The charter of
 * today decides how it is voted on; lowering a protection takes more: time, a secret ballot, three quarters of the
 * votes and more than half of all members, and it lapses by itself.
 */
export async function raiseProposal(
  tenant: Tenant,
  asked: ProposalAsked,
): Promise<Outcome<Raised, AmendmentRefusal>> {
  for (;;) {
    try {
      return await inTenant(tenant.id, (db) => raiseOnce(db, tenant, asked))
    } catch (fault) {
      if (!isConflict(fault)) throw fault
    }
  }
}

async function raiseOnce(
  db: TenantDb,
  tenant: Tenant,
  { member, amendment, at, ...words }: ProposalAsked,
): Promise<Outcome<Raised, AmendmentRefusal>> {
  const { version, charter } = await charterInForce(db)
  const terms = await termsInForce(db, at)
  const floors = {
    workersBp: terms.workersFloorBp,
    feeBp: terms.feeBp,
    hourlyMinor: terms.hourlyFloors[tenant.currency] ?? 0,
  }
  const forbidden = amendment && refusalOf(charter, amendment, floors)
  if (forbidden) return refused(forbidden)

  const direction = amendment ? directionOf(charter, amendment) : 'neutral'
  const lowers = direction === 'protective-down'
  const rules = rulesFor(charter.voting, lowers)
  const opensAt = at.add({ hours: rules.discussionHours })
  const raised = await raise(db, {
    ...words,
    secret: words.secret || lowers,
    authorId: member.id,
    clauseKey: amendment?.clause ?? null,
    amendment: amendment?.terms ?? null,
    baseVersion: amendment ? version : null,
    direction,
    quorumBp: rules.quorumBp,
    majorityBp: rules.majorityBp,
    overHalfOfMembers: rules.overHalfOfMembers,
    raisedAt: at,
    opensAt,
    closesAt: opensAt.add({ hours: rules.votingHours }),
    sunsetAt: lowers
      ? opensAt.toZonedDateTimeISO('UTC').add({ months: PROTECTIVE_DOWN.sunsetMonths }).toInstant()
      : null,
  })
  await noteActivity(db, {
    act: 'proposal-raised',
    actor: member.name,
    member: member.id,
    detail: { number: raised.number },
    at,
  })
  const everybody = (await activeMembers(db)).map(({ id }) => id)
  const data = {
    title: words.title,
    by: member.name,
    path: `/office/decisions/${raised.number}`,
    opens: opensAt.toString(),
  }
  await mailTeam(db, everybody, { template: 'proposal-raised', data, at })
  if (rules.discussionHours === 0) await openVotingIn(db, raised.id, at)
  else
    await promiseJob(
      db,
      { task: 'open-voting', payload: { tenant: tenant.id, proposal: raised.id } },
      { runAt: opensAt, key: `open:${raised.id}` },
    )
  return done(raised)
}
