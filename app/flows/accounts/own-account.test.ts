import { owner } from '#db/testing/database.ts'
import { expect, test } from 'vitest'
import { fingerprint, startSession } from '#app/domains/accounts/session.server.ts'
import { readOwnAccount } from '#app/reads/accounts/own-account.server.ts'
import { readSession } from '#app/reads/accounts/session.server.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { keepSignedIn } from './own-account.server.ts'
import { placeOrder } from '#app/flows/orders/place-order.server.ts'
import {
  createOpenCoOp,
  buildOrderRequest,
  createPerson,
  monday,
  wednesday,
} from '#app/flows/testing/co-op.ts'

const DAY_HOURS = 24

test('a session in use is extended, and still ends at its absolute end', async () => {
  const person = await createPerson('Amina')
  const place = { host: 'localhost', at: monday }
  const tokenHash = fingerprint(await inFederation((db) => startSession(db, person.id, place)))
  const onDay = (day: number) => monday.add({ hours: day * DAY_HOURS })
  const readVisitor = (day: number) =>
    readSession({ tokenHash, host: 'localhost', tenant: null, at: onDay(day) })

  expect(await readVisitor(10)).toMatchObject({ person: { id: person.id }, needsProlonging: false })
  expect(await readVisitor(20)).toMatchObject({ person: { id: person.id }, needsProlonging: true })
  for (const day of [20, 45, 70]) await keepSignedIn(tokenHash, onDay(day))
  expect(await readVisitor(89)).toMatchObject({ person: { id: person.id } })
  await keepSignedIn(tokenHash, onDay(89))
  expect((await readVisitor(91)).person).toBeNull()
  expect(
    await owner`select from sessions where token_hash = ${tokenHash} and expires_at > dies_at`,
  ).toHaveLength(0)
})

test('a session that is not used ends after a month', async () => {
  const person = await createPerson('Amina')
  const place = { host: 'localhost', at: monday }
  const tokenHash = fingerprint(await inFederation((db) => startSession(db, person.id, place)))
  const at = monday.add({ hours: 31 * DAY_HOURS })
  expect((await readSession({ tokenHash, host: 'localhost', tenant: null, at })).person).toBeNull()
})

test('an account shows the guest orders of its address once the address is confirmed', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const { tenant: other } = await createOpenCoOp('Amina')
  const { id } = await createPerson('Helen')
  const guest = { ...buildOrderRequest(wednesday).buyer, email: 'helen.guest@example.com' }
  await placeOrder(tenant, buildOrderRequest(wednesday, { buyer: guest }))
  await placeOrder(
    tenant,
    buildOrderRequest(wednesday.add({ hours: 24 }), {
      buyer: { ...guest, email: 'else@example.com' },
    }),
  )
  await placeOrder(
    tenant,
    buildOrderRequest(wednesday.add({ hours: 48 }), { buyer: { ...guest, person: id } }),
  )
  const countOrders = async (verified: boolean, coOp = tenant) =>
    (await readOwnAccount({ id, email: guest.email, verified }, coOp.id)).orders.length
  expect(await countOrders(true)).toBe(2)
  expect(await countOrders(false)).toBe(1)
  expect(await countOrders(true, other)).toBe(0)
})

test('an order has the telephone number that was given with it, also for a known customer', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const { id } = await createPerson('Helen')
  const buyer = { ...buildOrderRequest(wednesday).buyer, person: id, phone: '0117 496 0000' }
  const order = (days: number, phone: string) =>
    placeOrder(
      tenant,
      buildOrderRequest(wednesday.add({ hours: 24 * days }), { buyer: { ...buyer, phone } }),
    )
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

test('an account lists each co-op that the person is a member or a customer of, with the orders', async () => {
  const [employer, shop] = [await createOpenCoOp('Amina'), await createOpenCoOp('Rosa')]
  const [member] =
    await owner`select person_id as id from members where id = ${employer.members[0] ?? ''}`
  const amina = { id: member?.['id'], email: 'amina@example.org', verified: false }
  const buyer = { ...buildOrderRequest(wednesday).buyer, person: amina.id, email: amina.email }
  expect(await placeOrder(shop.tenant, buildOrderRequest(wednesday, { buyer }))).toMatchObject({
    ok: true,
  })
  const { coOps, orders } = await readOwnAccount(amina, null)
  const kinds = Object.fromEntries(coOps.map(({ slug, ...kind }) => [slug, kind]))
  expect(kinds).toMatchObject({
    [employer.tenant.slug]: { belongs: true, buys: false },
    [shop.tenant.slug]: { belongs: false, buys: true },
  })
  expect(orders).toMatchObject([
    { coOp: { slug: shop.tenant.slug }, minor: 6800n, currency: 'GBP', start: wednesday },
  ])
  expect((await readOwnAccount(amina, employer.tenant.id)).coOps).toMatchObject([
    { slug: shop.tenant.slug },
  ])
  await owner`update members set state = 'left' where id = ${employer.members[0] ?? ''}`
  const after = (await readOwnAccount(amina, null)).coOps
  expect(after.map(({ slug }) => slug)).toEqual([shop.tenant.slug])
})
