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

// The database checks the time of a door with its own clock, so these tests use the present time.
const now = systemClock()

afterAll(stopProcessors)

async function createDoor(minutes = 60) {
  const { tenant } = await createOpenCoOp('Amina', 'Rosa')
  const admin = await createPerson('Nadia')
  const requested = await requestSupportDoor({
    slug: tenant.slug,
    reason: 'A receipt shows the wrong team',
    minutes,
    by: admin,
    at: now,
  })
  if (!requested.ok) throw new Error(requested.refusal)
  const [steward] = await inTenant(tenant.id, activeMembers)
  if (!steward) throw new Error('nobody')
  const by = { id: steward.id, name: steward.displayName }
  return { tenant, admin, by, door: requested.value }
}

const viewMembers = (door: DoorId, by: Awaited<ReturnType<typeof createPerson>>, at = now) =>
  viewThroughDoor({ door, page: 'members', by, at })

async function countViews(tenant: string) {
  const [counts] = await owner`select
    (select count(*)::int from audit_log where tenant_id = ${tenant} and act = 'door-looked') as federation,
    (select count(*)::int from activities where tenant_id = ${tenant} and act = 'door-looked') as co_op`
  return counts
}

test('a support view needs an open door, and is recorded in both logs', async () => {
  const { tenant, admin, by, door } = await createDoor()
  expect(await viewMembers(door, admin)).toMatchObject({ refusal: 'door-shut' })
  expect(await countViews(tenant.id)).toEqual({ federation: 0, co_op: 0 })

  expect(await answerDoorRequest(tenant, { door, open: true, by, at: now })).toMatchObject({
    ok: true,
  })
  const viewed = await viewMembers(door, admin)
  expect(viewed.ok && viewed.value.view.map(({ what }) => what)).toEqual(['Amina', 'Rosa'])
  expect(await countViews(tenant.id)).toEqual({ federation: 1, co_op: 1 })
})

test('a door is open only to its admin, and until its time is over', async () => {
  const { tenant, admin, by, door } = await createDoor(15)
  await answerDoorRequest(tenant, { door, open: true, by, at: now })
  expect(await viewMembers(door, await createPerson('Eve'))).toMatchObject({ refusal: 'door-shut' })
  const later = now.add({ minutes: 16 })
  expect(await viewMembers(door, admin, later)).toMatchObject({ refusal: 'door-shut' })
  await closeExpiredDoor(door, now)
  expect((await viewMembers(door, admin)).ok).toBe(true)
  await closeExpiredDoor(door, later)
  expect(await viewMembers(door, admin)).toMatchObject({ refusal: 'door-shut' })
})

test('a door whose time is over by the database’s clock is closed, also when the application’s clock is late', async () => {
  const { tenant, admin, by, door } = await createDoor(15)
  const before = now.subtract({ hours: 2 })
  await answerDoorRequest(tenant, { door, open: true, by, at: before })
  expect(await viewMembers(door, admin, before)).toMatchObject({ refusal: 'door-shut' })
})

test('an unanswered request is withdrawn by its admin, and both logs record that', async () => {
  const { tenant, admin, by, door } = await createDoor()
  const answeredRefusal = { refusal: 'door-answered' }
  expect(await withdrawDoor(door, { by: await createPerson('Eve'), at: now })).toMatchObject(
    answeredRefusal,
  )
  expect((await withdrawDoor(door, { by: admin, at: now })).ok).toBe(true)
  expect(await withdrawDoor(door, { by: admin, at: now })).toMatchObject(answeredRefusal)
  expect(await answerDoorRequest(tenant, { door, open: true, by, at: now })).toMatchObject(
    answeredRefusal,
  )
  expect((await readOwnDoors(tenant, now)).map(({ state }) => state)).toEqual(['withdrawn'])
  const logged = await owner`select act from audit_log where tenant_id = ${tenant.id}
    union all select act from activities where tenant_id = ${tenant.id}`
  expect(logged.filter(({ act }) => act === 'door-withdrawn')).toHaveLength(2)
  const earlier = await createDoor()
  const later = now.add({ hours: 24 * 8 })
  expect(await withdrawDoor(earlier.door, { by: earlier.admin, at: later })).toMatchObject(
    answeredRefusal,
  )
})

test('an open door cannot be withdrawn', async () => {
  const { tenant, admin, by, door } = await createDoor()
  await answerDoorRequest(tenant, { door, open: true, by, at: now })
  expect(await withdrawDoor(door, { by: admin, at: now })).toMatchObject({
    refusal: 'door-answered',
  })
  expect((await viewMembers(door, admin)).ok).toBe(true)
})

test('a log row in the support view has its subject and its reason in separate fields', async () => {
  const { tenant, admin, by, door } = await createDoor()
  await answerDoorRequest(tenant, { door, open: true, by, at: now })
  await viewMembers(door, admin)
  const viewed = await viewThroughDoor({ door, page: 'log', by: admin, at: now })
  const about = (act: string) =>
    viewed.ok ? viewed.value.view.find(({ key }) => key === act)?.about : undefined
  expect(about('door-looked')).toMatchObject({ page: 'log', reason: '' })
  expect(about('door-asked')).toEqual({
    about: '',
    prices: null,
    page: null,
    reason: 'A receipt shows the wrong team',
  })
})

test('of two simultaneous answers of stewards one is accepted', async () => {
  const { tenant, by, door } = await createDoor()
  const answers = await Promise.all(
    [true, false].map((open) => answerDoorRequest(tenant, { door, open, by, at: now })),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a member who is not a steward can neither answer nor close a door', async () => {
  const { tenant, door } = await createDoor()
  const [, rosa] = await inTenant(tenant.id, activeMembers)
  if (!rosa) throw new Error('nobody')
  const by = { id: rosa.id, name: rosa.displayName }
  const refusal = { refusal: 'not-allowed' }
  expect(await answerDoorRequest(tenant, { door, open: true, by, at: now })).toMatchObject(refusal)
  expect(await closeOwnDoor(tenant, { door, by, at: now })).toMatchObject(refusal)
})

test('a co-op cannot answer for another co-op’s door', async () => {
  const { door, by } = await createDoor()
  const other = await createOpenCoOp('Maya')
  const [maya] = await inTenant(other.tenant.id, activeMembers)
  if (!maya) throw new Error('nobody')
  const stewardOfOther = { id: maya.id, name: maya.displayName }
  const answer = (who: typeof by) =>
    answerDoorRequest(other.tenant, { door, open: true, by: who, at: now })
  expect(await answer(stewardOfOther)).toMatchObject({ refusal: 'door-answered' })
  expect(await answer(by)).toMatchObject({ refusal: 'not-a-member-here' })
})

test('balances in the support view are those of the open books, and add up to zero', async () => {
  const { tenant, admin, by, door } = await createDoor()
  const order = await createPaidOrder(tenant, wednesday)
  await order.record()
  await answerDoorRequest(tenant, { door, open: true, by, at: now })
  await owner`update support_doors set expires_at = greatest(now(), ${monday.toString()}) + interval '2 hours' where id = ${door}`
  const viewed = await viewThroughDoor({
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
  if (!viewed.ok) throw new Error(viewed.refusal)
  const balances = viewed.value.view.map(({ key, minor }) => ({ account: key, minor }))
  expect(balances.length).toBeGreaterThan(1)
  const { there, whose } = books.balances
  const owed = whose.lines.map(({ account, minor }) => ({ account, minor: -minor }))
  expect(new Set(balances)).toEqual(new Set([...there.lines, ...owed]))
  expect(balances.reduce((sum, { minor }) => sum + (minor ?? 0n), 0n)).toBe(0n)
})
