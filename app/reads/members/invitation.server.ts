import { openInvitation } from '#app/domains/members/join.server.ts'
import { membersById } from '#app/domains/members/members.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'

/** Reads the invitation with a letter's code while it is valid: the invited address and who invited it. */
export function readInvitation(
  tenant: Tenant,
  code: string,
  at: Instant,
): Promise<{ readonly email: string; readonly by: string | null } | null> {
  return inTenant(
    tenant.id,
    async (db) => {
      const invitation = await openInvitation(db, code, at)
      if (!invitation) return null
      const [inviter] = invitation.invitedBy ? await membersById(db, [invitation.invitedBy]) : []
      return { email: invitation.email, by: inviter?.displayName ?? null }
    },
    { readOnly: true },
  )
}
