import { owner } from '#db/testing/database.ts'
import { expect, test } from 'vitest'
import { activeMembers } from '#app/domains/membership/members.server.ts'
import type { InvitationId } from '#app/kernel/ids.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { inviteMember, withdrawInvitation } from './invite-member.server.ts'
import { joinCoOp } from './join-co-op.server.ts'
import { anOpenCoOp, aPerson, monday as at } from './testing/co-op.ts'

/** An invitation with its letter's code, and the steward who wrote it. */
async function anInvitation(tenant: Tenant) {
  const [steward] = await inTenant(tenant.id, activeMembers)
  if (!steward) throw new Error('nobody')
  const by = { id: steward.id, name: steward.displayName }
  await inviteMember(tenant, { email: 'new@example.com', by, at })
  const [letter] = await owner<{ path: string; id: InvitationId }[]>`
    select m.data ->> 'path' as path, i.id from mails m, invitations i
    where m.tenant_id = ${tenant.id} and m.template = 'invitation' and m.to_email = 'new@example.com'
      and i.tenant_id = m.tenant_id and i.email = m.to_email`
  if (!letter) throw new Error('no letter')
  return { code: letter.path.replace('/join?code=', ''), id: letter.id, by }
}

const membersOf = async ({ id }: Tenant) => (await inTenant(id, activeMembers)).length

test('of ten who open one letter at once, one joins', async () => {
  const { tenant } = await anOpenCoOp('Amina')
  const { code } = await anInvitation(tenant)
  const people = await Promise.all(Array.from({ length: 10 }, () => aPerson('Friend')))
  const all = await Promise.all(people.map((person) => joinCoOp(tenant, { code, person, at })))
  expect(all.filter(({ ok }) => ok)).toHaveLength(1)
  expect(all.filter((one) => !one.ok && one.refusal === 'invitation-useless')).toHaveLength(9)
  expect(await membersOf(tenant)).toBe(2)
})

test('an invitation that is taken back while its letter is opened is either', async () => {
  const { tenant } = await anOpenCoOp('Amina')
  const { code, id, by } = await anInvitation(tenant)
  const person = await aPerson('Friend')
  const [joined] = await Promise.all([
    joinCoOp(tenant, { code, person, at }),
    withdrawInvitation(tenant.id, { invitation: id, by, at }),
  ])
  const [{ withdrawn } = { withdrawn: null }] = await owner`
    select count(*)::int as withdrawn from activities
    where tenant_id = ${tenant.id} and act = 'invitation-withdrawn'`
  expect(await membersOf(tenant)).toBe(joined.ok ? 2 : 1)
  expect(withdrawn).toBe(joined.ok ? 0 : 1)
})

test('who belongs already opens a letter to no harm', async () => {
  const { tenant } = await anOpenCoOp('Amina')
  const first = await anInvitation(tenant)
  const person = await aPerson('Friend')
  await joinCoOp(tenant, { code: first.code, person, at })
  await owner`update invitations set email = 'used@example.com' where tenant_id = ${tenant.id} and id = ${first.id}`
  await owner`delete from mails where tenant_id = ${tenant.id} and template = 'invitation'`
  const second = await anInvitation(tenant)
  const again = await joinCoOp(tenant, { code: second.code, person, at }).catch((e) => e)
  expect(again).not.toBeInstanceOf(Error)
  expect(await membersOf(tenant)).toBe(2)
})
