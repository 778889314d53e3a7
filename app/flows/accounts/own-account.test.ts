import { owner } from '#db/testing/database.ts'
import { expect, test } from 'vitest'
import { fingerprint, startSession } from '#app/domains/accounts/session.server.ts'
import { readOwnAccount } from '#app/reads/accounts/own-account.server.ts'
import { readSession } from '#app/reads/accounts/session.server.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { goOn } from './own-account.server.ts'
import { placeOrder } from '#app/flows/orders/place-order.server.ts'
import { anOpenCoOp, anOrder, aPerson, monday, wednesday } from '#app/flows/testing/co-op.ts'

const DAY = 24

test('a session that is visited goes on, and ends on its last day all the same', async () => {
  const person = await aPerson('Amina')
  const where = { host: 'localhost', at: monday }
  const tokenHash = fingerprint(await inFederation((db) => startSession(db, person.id, where)))
  const on = (day: number) => monday.add({ hours: day * DAY })
  const seen = (day: number) =>
    readSession({ tokenHash, host: 'localhost', tenant: null, at: on(day) })

  expect(await seen(10)).toMatchObject({ person: { id: person.id }, needsProlonging: false })
  expect(await seen(20)).toMatchObject({ person: { id: person.id }, needsProlonging: true })
  for (const day of [20, 45, 70]) await goOn(tokenHash, on(day))
  expect(await seen(89)).toMatchObject({ person: { id: person.id } })
  await goOn(tokenHash, on(89))
  expect((await seen(91)).person).toBeNull()
  expect(
    await owner`select from sessions where token_hash = ${tokenHash} and expires_at > dies_at`,
  ).toHaveLength(0)
})

test('a session nobody visits ends after a month', async () => {
  const person = await aPerson('Amina')
  const where = { host: 'localhost', at: monday }
  const tokenHash = fingerprint(await inFederation((db) => startSession(db, person.id, where)))
  const at = monday.add({ hours: 31 * DAY })
  expect((await readSession({ tokenHash, host: 'localhost', tenant: null, at })).person).toBeNull()
})

test('what was ordered as a guest is found in the account of the address, once that is known to be theirs', async () => {
  const { tenant } = await anOpenCoOp('Amina')
  const { tenant: other } = await anOpenCoOp('Amina')
  const { id } = await aPerson('Helen')
  const guest = { ...anOrder(wednesday).buyer, email: 'helen.guest@example.com' }
  await placeOrder(tenant, anOrder(wednesday, { buyer: guest }))
  await placeOrder(
    tenant,
    anOrder(wednesday.add({ hours: 24 }), { buyer: { ...guest, email: 'else@example.com' } }),
  )
  await placeOrder(
    tenant,
    anOrder(wednesday.add({ hours: 48 }), { buyer: { ...guest, person: id } }),
  )
  const found = async (verified: boolean, where = tenant) =>
    (await readOwnAccount({ id, email: guest.email, verified }, where.id)).orders.length
  expect(await found(true)).toBe(2)
  expect(await found(false)).toBe(1)
  expect(await found(true, other)).toBe(0)
})

test('somebody known who gives another telephone number this time is rung there', async () => {
  const { tenant } = await anOpenCoOp('Amina')
  const { id } = await aPerson('Helen')
  const buyer = { ...anOrder(wednesday).buyer, person: id, phone: '0117 496 0000' }
  const order = (days: number, phone: string) =>
    placeOrder(tenant, anOrder(wednesday.add({ hours: 24 * days }), { buyer: { ...buyer, phone } }))
  for (const [days, phone] of ['0117 496 0000', '0117 496 0000', '0117 496 0001'].entries())
    expect(await order(days, phone)).toMatchObject({ ok: true })
  const phones = await owner`select c.phone, count(distinct c.id)::int as customers
    from orders o join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id
    where o.tenant_id = ${tenant.id} group by 1 order by 1`
  expect(phones).toEqual([
    { phone: '0117 496 0000', customers: 1 },
    { phone: '0117 496 0001', customers: 1 },
  ])
})

test('an account finds the way to each co-op one belongs to or has ordered from, with what was ordered', async () => {
  const [work, shop] = [await anOpenCoOp('Amina'), await anOpenCoOp('Rosa')]
  const [member] =
    await owner`select person_id as id from members where id = ${work.members[0] ?? ''}`
  const amina = { id: member?.['id'], email: 'amina@example.org', verified: false }
  const buyer = { ...anOrder(wednesday).buyer, person: amina.id, email: amina.email }
  expect(await placeOrder(shop.tenant, anOrder(wednesday, { buyer }))).toMatchObject({ ok: true })
  const { coOps, orders } = await readOwnAccount(amina, null)
  const kinds = Object.fromEntries(coOps.map(({ slug, ...kind }) => [slug, kind]))
  expect(kinds).toMatchObject({
    [work.tenant.slug]: { belongs: true, buys: false },
    [shop.tenant.slug]: { belongs: false, buys: true },
  })
  expect(orders).toMatchObject([
    { coOp: { slug: shop.tenant.slug }, minor: 6800n, currency: 'GBP', start: wednesday },
  ])
  expect((await readOwnAccount(amina, work.tenant.id)).coOps).toMatchObject([
    { slug: shop.tenant.slug },
  ])
  await owner`update members set state = 'left' where id = ${work.members[0] ?? ''}`
  const after = (await readOwnAccount(amina, null)).coOps
  expect(after.map(({ slug }) => slug)).toEqual([shop.tenant.slug])
})
