import { owner } from '#db/testing/database.ts'
import { expect, test } from 'vitest'
import { activeMembers } from '#app/domains/members/members.server.ts'
import type { InvitationId } from '#app/kernel/ids.ts'
import { inTenant } from '#tenants/scope.server.ts'
import {
  removeLogo,
  changeColours,
  writeOwnStorefront,
} from '#app/flows/storefront/change-branding.server.ts'
import { inviteMember, withdrawInvitation } from '#app/flows/members/invite-member.server.ts'
import { createOpenCoOp, monday as at } from '#app/flows/testing/co-op.ts'

/** A storage that no refused act may call. */
const storage = { put: throwFault, get: throwFault, remove: throwFault }

function throwFault(): never {
  throw new Error('A refused act called the storage.')
}

test('a member who is not a steward, or a suspended steward, cannot do what needs a steward', async () => {
  const { tenant } = await createOpenCoOp('Amina', 'Rosa')
  const [amina, rosa] = await inTenant(tenant.id, activeMembers)
  if (!amina || !rosa) throw new Error('nobody')
  const invited = await inviteMember(tenant, { email: 'new@example.com', by: actorOf(amina), at })
  expect(invited).toMatchObject({ ok: true })
  await owner`update members set state = 'suspended' where tenant_id = ${tenant.id} and id = ${amina.id}`
  const [before] = await readLook(tenant.id)

  for (const [member, refusal] of [
    [amina, 'member-suspended'],
    [rosa, 'not-allowed'],
  ] as const) {
    const by = actorOf(member)
    const [openInvitation] = await owner<{ id: InvitationId }[]>`
      select id from invitations where tenant_id = ${tenant.id} and withdrawn_at is null`
    if (!openInvitation) throw new Error('no invitation')
    const entry = { name: 'Mine now' }
    const words = { headline: 'Mine now' }
    expect([
      await inviteMember(tenant, { email: 'friend@example.com', by, at }),
      await withdrawInvitation(tenant.id, { invitation: openInvitation.id, by, at }),
      await changeColours(tenant.id, { colour: '#000000', colour2: '#ffffff', version: 1, by, at }),
      await writeOwnStorefront(tenant.id, { entry, words, version: 1, by, at }),
      await removeLogo(storage, { ...tenant, logoKey: openInvitation.id }, { by, at }),
    ]).toEqual(Array.from({ length: 5 }, () => ({ ok: false, refusal })))
  }
  expect(await readLook(tenant.id)).toEqual([before])
})

const actorOf = ({
  id,
  displayName,
}: {
  id: Parameters<typeof withdrawInvitation>[1]['by']['id']
  displayName: string
}) => ({
  id,
  name: displayName,
})

const readLook = (
  tenant: string,
) => owner`select t.name, t.colour, t.colour_2, t.logo_key, s.headline,
    (select count(*)::int from invitations i where i.tenant_id = t.id and withdrawn_at is null) as open
  from tenants t join storefronts s on s.tenant_id = t.id where t.id = ${tenant}`
