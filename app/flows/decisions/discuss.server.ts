import { writeComment } from '#app/domains/decisions/proposals.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, ProposalId, TenantId } from '#app/kernel/ids.ts'
import { inTenant } from '#tenants/scope.server.ts'

type Said = {
  readonly proposal: ProposalId
  readonly member: MemberId
  readonly body: string
  readonly at: Instant
}

/** Adds to the discussion of a proposal. */
export function addComment(tenant: TenantId, said: Said): Promise<void> {
  return inTenant(tenant, (db) => writeComment(db, said))
}
