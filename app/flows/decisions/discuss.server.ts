import { writeComment } from '#app/domains/decisions/proposals.server.ts'
import { denialOf } from '#app/domains/members/actor.server.ts'
import { mayDiscuss, type RightsRefusal } from '#app/domains/members/may.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, ProposalId, TenantId } from '#app/kernel/ids.ts'
import { done, type Outcome } from '#app/kernel/outcome.ts'
import { inTenant } from '#tenants/scope.server.ts'

type NewComment = {
  readonly proposal: ProposalId
  readonly member: MemberId
  readonly body: string
  readonly at: Instant
}

/** Adds a comment to the discussion of a proposal. */
export function addComment(
  tenant: TenantId,
  comment: NewComment,
): Promise<Outcome<null, RightsRefusal>> {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, comment.member, mayDiscuss)
    if (denial) return denial
    await writeComment(db, comment)
    return done(null)
  })
}
