import { promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import { recordActivity } from '#app/domains/members/activity.server.ts'
import { denialOf } from '#app/domains/members/actor.server.ts'
import { closeInvitation, addInvitation } from '#app/domains/members/join.server.ts'
import { mayInvite, type RightsRefusal } from '#app/domains/members/may.ts'
import { membersById, findMember } from '#app/domains/members/members.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { InvitationId, MemberId, TenantId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { pathTo } from '#app/site-map/paths.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'

type NewInvitation = {
  readonly email: string
  readonly by: Actor<MemberId>
  readonly at: Instant
}

/** Invites an address to become a member. It refuses a member's address and an address with an open invitation. */
export function inviteMember(
  tenant: Tenant,
  { email, by, at }: NewInvitation,
): Promise<Outcome<null, 'already-invited' | 'is-member' | RightsRefusal>> {
  return inTenant(tenant.id, async (db) => {
    const denial = await denialOf(db, by.id, mayInvite)
    if (denial) return denial
    const [inviter] = await membersById(db, [by.id])
    if (!inviter) throw new Error('The inviting member does not exist.')
    if (await findMember(db, { email })) return refused('is-member')
    const code = await addInvitation(db, {
      email,
      class: inviter.classId,
      by: by.id,
      founding: tenant.state === 'founding',
      at,
    })
    if (!code) return refused('already-invited')
    const to = { email, name: '', locale: tenant.locale }
    await promiseMail(db, {
      template: 'invitation',
      to,
      data: { coOp: tenant.name, by: by.name, path: pathTo('/join', { code }) },
      at,
    })
    await recordActivity(db, { act: 'member-invited', actor: by.name, member: by.id, at })
    return done(null)
  })
}

/** Withdraws an open invitation. Its link no longer works. It changes nothing when the invitation is closed already. */
export function withdrawInvitation(
  tenant: TenantId,
  { invitation, by, at }: Omit<NewInvitation, 'email'> & { readonly invitation: InvitationId },
): Promise<Outcome<null, RightsRefusal>> {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, by.id, mayInvite)
    if (denial) return denial
    if (await closeInvitation(db, invitation, { withdrawnAt: at }))
      await recordActivity(db, { act: 'invitation-withdrawn', actor: by.name, member: by.id, at })
    return done(null)
  })
}
