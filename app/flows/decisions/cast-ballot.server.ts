import { saveBallot } from '#app/domains/decisions/ballots.server.ts'
import { electorsOf, proposalById } from '#app/domains/decisions/proposals.server.ts'
import type { Choice } from '#app/domains/decisions/tally.ts'
import { denialOf } from '#app/domains/members/actor.server.ts'
import { mayVote, type RightsRefusal } from '#app/domains/members/may.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, ProposalId, TenantId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { inTenant } from '#tenants/scope.server.ts'

export type CastRefusal = 'proposal-not-found' | 'voting-closed' | 'not-an-elector' | RightsRefusal

type BallotRequest = {
  readonly proposal: ProposalId
  readonly member: MemberId
  readonly choice: Choice
  readonly key: string
  readonly at: Instant
}

/**
 * Casts a member's ballot, or changes it. A shared lock on the proposal makes sure that a ballot is either counted or
 * refused. When all electors have voted, it promises to close the vote.
 */
export function castBallot(
  tenant: TenantId,
  ballot: BallotRequest,
): Promise<Outcome<null, CastRefusal>> {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, ballot.member, mayVote)
    if (denial) return denial
    const proposal = await proposalById(db, ballot.proposal, 'share')
    if (!proposal) return refused('proposal-not-found')
    if (
      proposal.state !== 'voting' ||
      ballot.at.epochMilliseconds >= proposal.closesAt.epochMilliseconds
    )
      return refused('voting-closed')
    const { reading } = proposal
    const electors = await electorsOf(db, { proposal: proposal.id, reading })
    const elector = electors.find(({ memberId }) => memberId === ballot.member)
    if (!elector) return refused('not-an-elector')
    await saveBallot(db, { ...ballot, reading, weight: elector.weight, secret: proposal.secret })
    const isIncomplete = electors.some(
      ({ memberId, votedAt }) => !votedAt && memberId !== ballot.member,
    )
    if (!isIncomplete)
      await promiseTask(
        db,
        { task: 'close-voting', payload: { tenant, proposal: proposal.id } },
        { key: `close:${proposal.id}` },
      )
    return done(null)
  })
}
