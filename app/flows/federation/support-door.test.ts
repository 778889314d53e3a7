import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { systemClock } from '#app/kernel/clock.ts'
import type { DoorId } from '#app/kernel/ids.ts'
import { activeMembers } from '#app/domains/members/members.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import {
  answerDoorRequest,
  requestSupportDoor,
  viewThroughDoor,
  closeExpiredDoor,
  closeOwnDoor,
  withdrawDoor,
} from './support-door.server.ts'
import { readOwnDoors } from '#app/reads/federation/doors.server.ts'
import { readOpenBooks } from '#app/reads/books/open-books.server.ts'
import {
  createOpenCoOp,
  createPaidOrder,
  createPerson,
  monday,
  stopProcessors,
  wednesday,
} from '#app/flows/testing/co-op.ts'

// A door is open by the database's own clock too, so these stories happen now.
const now = systemClock()

afterAll(stopProcessors)

async function aDoor(minutes = 60) {
  const { tenant } = await createOpenCoOp('Amina', 'Rosa')
  const admin = await createPerson('Nadia')
  const asked = await requestSupportDoor({
    slug: tenant.slug,
    reason: 'A receipt shows the wrong team',
    minutes,
    by: admin,
    at: now,
  })
  if (!asked.ok) throw new Error(asked.refusal)
  const [steward] = await inTenant(tenant.id, activeMembers)
  if (!steward) throw new Error('nobody')
  const by = { id: steward.id, name: steward.displayName }
  return { tenant, admin, by, door: asked.value }
}

const look = (door: DoorId, by: Awaited<ReturnType<typeof createPerson>>, at = now) =>
  viewThroughDoor({ door, page: 'members', by, at })

async function looksOf(tenant: string) {
  const [both] = await owner`select
    (select count(*)::int from audit_log where tenant_id = ${tenant} and act = 'door-looked') as federation,
    (select count(*)::int from activities where tenant_id = ${tenant} and act = 'door-looked') as co_op`
  return both
}

test('a look needs an open door, and is written down on both sides', async () => {
  const { tenant, admin, by, door } = await aDoor()
  expect(await look(door, admin)).toMatchObject({ refusal: 'door-shut' })
  expect(await looksOf(tenant.id)).toEqual({ federation: 0, co_op: 0 })

  expect(await answerDoorRequest(tenant, { door, open: true, by, at: now })).toMatchObject({
    ok: true,
  })
  const seen = await look(door, admin)
  expect(seen.ok && seen.value.seen.map(({ what }) => what)).toEqual(['Amina', 'Rosa'])
  expect(await looksOf(tenant.id)).toEqual({ federation: 1, co_op: 1 })
})

test('a door is for the admin it was opened for, and for its time', async () => {
  const { tenant, admin, by, door } = await aDoor(15)
  await answerDoorRequest(tenant, { door, open: true, by, at: now })
  expect(await look(door, await createPerson('Eve'))).toMatchObject({ refusal: 'door-shut' })
  const later = now.add({ minutes: 16 })
  expect(await look(door, admin, later)).toMatchObject({ refusal: 'door-shut' })
  await closeExpiredDoor(door, now)
  expect((await look(door, admin)).ok).toBe(true)
  await closeExpiredDoor(door, later)
  expect(await look(door, admin)).toMatchObject({ refusal: 'door-shut' })
})

test('a door whose time is over by the database’s clock is shut, whatever ours says', async () => {
  const { tenant, admin, by, door } = await aDoor(15)
  const before = now.subtract({ hours: 2 })
  await answerDoorRequest(tenant, { door, open: true, by, at: before })
  expect(await look(door, admin, before)).toMatchObject({ refusal: 'door-shut' })
})

test('a request that nobody has answered is taken back by the admin who asked, for both sides to read', async () => {
  const { tenant, admin, by, door } = await aDoor()
  const answered = { refusal: 'door-answered' }
  expect(await withdrawDoor(door, { by: await createPerson('Eve'), at: now })).toMatchObject(
    answered,
  )
  expect((await withdrawDoor(door, { by: admin, at: now })).ok).toBe(true)
  expect(await withdrawDoor(door, { by: admin, at: now })).toMatchObject(answered)
  expect(await answerDoorRequest(tenant, { door, open: true, by, at: now })).toMatchObject(answered)
  expect((await readOwnDoors(tenant, now)).map(({ state }) => state)).toEqual(['withdrawn'])
  const logged = await owner`select act from audit_log where tenant_id = ${tenant.id}
    union all select act from activities where tenant_id = ${tenant.id}`
  expect(logged.filter(({ act }) => act === 'door-withdrawn')).toHaveLength(2)
  const old = await aDoor()
  const later = now.add({ hours: 24 * 8 })
  expect(await withdrawDoor(old.door, { by: old.admin, at: later })).toMatchObject(answered)
})

test('a door that is open is shut by a steward, and not taken back', async () => {
  const { tenant, admin, by, door } = await aDoor()
  await answerDoorRequest(tenant, { door, open: true, by, at: now })
  expect(await withdrawDoor(door, { by: admin, at: now })).toMatchObject({
    refusal: 'door-answered',
  })
  expect((await look(door, admin)).ok).toBe(true)
})

test('a row of the log seen through a door says what it is about, and the reason apart from it', async () => {
  const { tenant, admin, by, door } = await aDoor()
  await answerDoorRequest(tenant, { door, open: true, by, at: now })
  await look(door, admin)
  const seen = await viewThroughDoor({ door, page: 'log', by: admin, at: now })
  const about = (act: string) =>
    seen.ok ? seen.value.seen.find(({ key }) => key === act)?.about : undefined
  expect(about('door-looked')).toMatchObject({ page: 'log', reason: '' })
  expect(about('door-asked')).toEqual({
    about: '',
    prices: null,
    page: null,
    reason: 'A receipt shows the wrong team',
  })
})

test('of two stewards who answer at once one is heard', async () => {
  const { tenant, by, door } = await aDoor()
  const answers = await Promise.all(
    [true, false].map((open) => answerDoorRequest(tenant, { door, open, by, at: now })),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a member who is no steward answers for no door', async () => {
  const { tenant, door } = await aDoor()
  const [, rosa] = await inTenant(tenant.id, activeMembers)
  if (!rosa) throw new Error('nobody')
  const by = { id: rosa.id, name: rosa.displayName }
  const refusal = { refusal: 'not-allowed' }
  expect(await answerDoorRequest(tenant, { door, open: true, by, at: now })).toMatchObject(refusal)
  expect(await closeOwnDoor(tenant, { door, by, at: now })).toMatchObject(refusal)
})

test('one co-op cannot answer for another’s door', async () => {
  const { door, by } = await aDoor()
  const other = await createOpenCoOp('Maya')
  const [maya] = await inTenant(other.tenant.id, activeMembers)
  if (!maya) throw new Error('nobody')
  const theirs = { id: maya.id, name: maya.displayName }
  const answer = (who: typeof by) =>
    answerDoorRequest(other.tenant, { door, open: true, by: who, at: now })
  expect(await answer(theirs)).toMatchObject({ refusal: 'door-answered' })
  expect(await answer(by)).toMatchObject({ refusal: 'not-a-member-here' })
})

test('balances through a door are those of the open books, and add up to nothing', async () => {
  const { tenant, admin, by, door } = await aDoor()
  const paid = await createPaidOrder(tenant, wednesday)
  await paid.record()
  await answerDoorRequest(tenant, { door, open: true, by, at: now })
  await owner`update support_doors set expires_at = greatest(now(), ${monday.toString()}) + interval '2 hours' where id = ${door}`
  const seen = await viewThroughDoor({
    door,
    page: 'balances',
    by: admin,
    at: monday.add({ hours: 1 }),
  })
  const books = await readOpenBooks(
    tenant,
    { kind: null, month: null, page: 1 },
    { member: by.id, until: monday.add({ hours: 1 }) },
  )
  if (!seen.ok) throw new Error(seen.refusal)
  const looked = seen.value.seen.map(({ key, minor }) => ({ account: key, minor }))
  expect(looked.length).toBeGreaterThan(1)
  const { there, whose } = books.balances
  const owed = whose.lines.map(({ account, minor }) => ({ account, minor: -minor }))
  expect(new Set(looked)).toEqual(new Set([...there.lines, ...owed]))
  expect(looked.reduce((sum, { minor }) => sum + (minor ?? 0n), 0n)).toBe(0n)
})
