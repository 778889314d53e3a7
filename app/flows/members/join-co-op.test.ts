import { owner } from '#db/testing/database.ts'
import { expect, test } from 'vitest'
import { activeMembers } from '#app/domains/members/members.server.ts'
import type { InvitationId } from '#app/kernel/ids.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { readInvitation } from '#app/reads/members/invitation.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { inviteMember, withdrawInvitation } from './invite-member.server.ts'
import { joinCoOp } from './join-co-op.server.ts'
import { refreshFigures } from '#app/flows/books/refresh-figures.server.ts'
import { createOpenCoOp, createPerson, monday as at } from '#app/flows/testing/co-op.ts'

/** Invites an address. Returns the code of the letter, the invitation's id and the inviting steward. */
async function createInvitation(tenant: Tenant, email: string) {
  const by = await findSteward(tenant)
  const invited = await inviteMember(tenant, { email, by, at })
  if (!invited.ok) throw new Error(invited.refusal)
  const [letter] = await owner<{ path: string; id: InvitationId }[]>`
    select m.data ->> 'path' as path, i.id from mails m, invitations i
    where m.tenant_id = ${tenant.id} and m.template = 'invitation' and m.to_email = ${email}
      and i.tenant_id = m.tenant_id and i.email = m.to_email and i.withdrawn_at is null`
  if (!letter) throw new Error('no letter')
  return { code: letter.path.replace('/join?code=', ''), id: letter.id, by }
}

async function findSteward(tenant: Tenant) {
  const [first] = await inTenant(tenant.id, activeMembers)
  if (!first) throw new Error('nobody')
  return { id: first.id, name: first.displayName }
}

const countMembers = async ({ id }: Tenant) => (await inTenant(id, activeMembers)).length

test('an invitation that is accepted ten times at once makes one member', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const person = await createPerson('Friend')
  const { code } = await createInvitation(tenant, person.email)
  const all = await Promise.all(
    Array.from({ length: 10 }, () => joinCoOp(tenant, { code, person, at })),
  )
  expect(all.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await countMembers(tenant)).toBe(2)
})

test('an invitation that is withdrawn while it is accepted is either withdrawn or accepted', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const person = await createPerson('Friend')
  const { code, id, by } = await createInvitation(tenant, person.email)
  const [joined] = await Promise.all([
    joinCoOp(tenant, { code, person, at }),
    withdrawInvitation(tenant.id, { invitation: id, by, at }),
  ])
  const [{ withdrawn } = { withdrawn: null }] = await owner`
    select count(*)::int as withdrawn from activities
    where tenant_id = ${tenant.id} and act = 'invitation-withdrawn'`
  expect(await countMembers(tenant)).toBe(joined.ok ? 2 : 1)
  expect(withdrawn).toBe(joined.ok ? 0 : 1)
})

test('an invitation admits only the invited address, and stays open after another address tried', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const [hal, helen] = [await createPerson('Hal'), await createPerson('Helen')]
  const { code } = await createInvitation(tenant, hal.email)
  expect(await joinCoOp(tenant, { code, person: helen, at })).toEqual({
    ok: false,
    refusal: 'invitation-for-another',
  })
  expect(await readInvitation(tenant, code, at)).toEqual({ email: hal.email, by: 'Amina' })
  expect((await joinCoOp(tenant, { code, person: hal, at })).ok).toBe(true)
  expect(await readInvitation(tenant, code, at)).toBeNull()
  expect(await countMembers(tenant)).toBe(2)
})

test('a code that is wrong, of another co-op, expired or used is refused, and a member is refused as a member', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const { tenant: other } = await createOpenCoOp('Bruno')
  const person = await createPerson('Friend')
  const { code } = await createInvitation(tenant, person.email)
  const useless = { ok: false, refusal: 'invitation-useless' }
  expect(await joinCoOp(tenant, { code: 'garbage', person, at })).toEqual(useless)
  expect(await readInvitation(other, code, at)).toBeNull()
  expect(await joinCoOp(other, { code, person, at })).toEqual(useless)
  const expired = at.add({ hours: 24 * 15 })
  expect(await joinCoOp(tenant, { code, person, at: expired })).toEqual(useless)
  await joinCoOp(tenant, { code, person, at })
  expect(await joinCoOp(tenant, { code, person, at })).toEqual({
    ok: false,
    refusal: 'member-already',
  })
})

test('a member or an invited address is not invited again, but an address with an expired invitation is', async () => {
  const { tenant } = await createOpenCoOp('Amina', 'Rosa')
  const by = await findSteward(tenant)
  const invite = (email: string, when = at) => inviteMember(tenant, { email, by, at: when })
  for (const { email } of await inTenant(tenant.id, activeMembers))
    expect(await invite(email)).toEqual({ ok: false, refusal: 'is-member' })
  expect((await invite('new@example.com')).ok).toBe(true)
  expect(await invite('new@example.com')).toEqual({ ok: false, refusal: 'already-invited' })
  expect((await invite('new@example.com', at.add({ hours: 24 * 15 }))).ok).toBe(true)
})

test('the federation’s figures are refreshed at once when a member joins, and again when the month is over', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const { id } = tenant
  const findTasks =
    () => owner`select payload, run_at::text as run_at from graphile_worker._private_jobs
    where key like ${`figures:${id}%`} order by run_at`
  const memberFigure = async () =>
    (await owner`select members from tenant_figures where tenant_id = ${id}`)[0]?.['members']
  await refreshFigures(id, at)
  expect(await memberFigure()).toBe(1)
  await owner`delete from graphile_worker._private_jobs where key like ${`figures:${id}%`}`

  const rosa = await createPerson('Rosa')
  const { code } = await createInvitation(tenant, rosa.email)
  expect((await joinCoOp(tenant, { code, person: rosa, at: at })).ok).toBe(true)
  const [task] = await findTasks()
  expect(Date.parse(task?.['run_at'])).toBeLessThanOrEqual(Date.now())
  await refreshFigures(task?.['payload'].tenant, at)
  expect(await memberFigure()).toBe(2)
  const runTimes = (await findTasks()).map(({ run_at }) => new Date(run_at).toISOString())
  expect(runTimes).toContain('2026-12-01T00:00:00.000Z')
})
