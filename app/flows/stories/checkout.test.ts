import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { newId, type OrderId } from '#app/kernel/ids.ts'
import { money } from '#app/kernel/money.ts'
import { orderById } from '#app/domains/orders/find-order.server.ts'
import { publishedListings } from '#app/domains/offerings/find-listing.server.ts'
import { paymentOf } from '#app/domains/payments/payment.server.ts'
import { tenantById, type Tenant } from '#tenants/directory.server.ts'
import { inFederation, inTenant } from '#tenants/scope.server.ts'
import { cancelOrder } from '#app/flows/orders/cancel-order.server.ts'
import { ratifyCharter } from '#app/flows/members/join-co-op.server.ts'
import { showOwnListing } from '#app/flows/offerings/manage-listings.server.ts'
import { placeOrder } from '#app/flows/orders/place-order.server.ts'
import { recordPayment } from '#app/flows/payments/record-payment.server.ts'
import { refundOrder } from '#app/flows/payments/refund-order.server.ts'
import { releaseLapsedHolds } from '#app/flows/orders/release-lapsed-holds.server.ts'
import { settleOrder } from '#app/flows/orders/settle-order.server.ts'
import { startPayment } from '#app/flows/payments/start-payment.server.ts'
import {
  createFoundedCoOp,
  createOpenCoOp,
  buildOrderRequest,
  createPaidOrder,
  getProcessor,
  monday,
  payOnPage,
  stopProcessors,
  paymentUrls,
  wednesday,
} from '#app/flows/testing/co-op.ts'

afterAll(stopProcessors)

async function readBalances(tenant: Tenant): Promise<Record<string, bigint>> {
  const rows =
    await owner`select account_code, sum(minor) as minor from ledger_entries where tenant_id = ${tenant.id} group by account_code`
  return Object.fromEntries(
    rows.map((row) => [String(row['account_code']).replace(/:.*/, ''), BigInt(row['minor'])]),
  )
}

const readOrder = (tenant: Tenant, id: OrderId) => inTenant(tenant.id, (db) => orderById(db, id))

test('an order is placed, paid, done and split: 68.00 becomes 64.60 for the worker', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const { id, record } = await createPaidOrder(tenant)

  expect(await record()).toBe('paid')
  expect(await readBalances(tenant)).toEqual({ clearing: 6671n, 'card-costs': 129n, held: -6800n })

  await inTenant(tenant.id, async (db) => {
    const order = await orderById(db, id, true)
    if (order) await settleOrder(db, order, wednesday)
  })
  expect(await readBalances(tenant)).toEqual({
    clearing: 6671n,
    'card-costs': 129n,
    held: 0n,
    member: -6460n,
    federation: -68n,
    'co-op': -272n,
  })
  expect((await readOrder(tenant, id))?.state).toBe('done')
})

test('a payment that is recorded ten times at once is in the books once', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const { record } = await createPaidOrder(tenant)

  const results = await Promise.all(Array.from({ length: 10 }, record))

  expect(new Set(results)).toEqual(new Set(['paid']))
  expect(await readBalances(tenant)).toEqual({ clearing: 6671n, 'card-costs': 129n, held: -6800n })
})

test('the same form sent twice places one order and opens one payment page', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const { processor } = await getProcessor()
  const form = buildOrderRequest(wednesday)

  const [one, two] = await Promise.all([placeOrder(tenant, form), placeOrder(tenant, form)])

  expect(one).toEqual(two)
  if (!one.ok) throw new Error('refused')
  const pages = await Promise.all(
    [1, 2, 3].map(() =>
      startPayment(processor, tenant, { order: one.value.id, ...paymentUrls, at: monday }),
    ),
  )
  expect(new Set(pages.map((page) => page.ok && page.value)).size).toBe(1)
})

test('of a thousand simultaneous orders for one time, one is placed', async () => {
  const { tenant } = await createOpenCoOp('Amina')

  const outcomes = await Promise.all(
    Array.from({ length: 1000 }, () => placeOrder(tenant, buildOrderRequest(wednesday))),
  )

  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(new Set(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal])))).toEqual(
    new Set(['slot-taken']),
  )
  const [count] =
    await owner`select count(*)::int as bookings from bookings where tenant_id = ${tenant.id}`
  expect(count?.['bookings']).toBe(1)
})

test('a cancellation in time returns everything, and the co-op bears the card’s cost', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const { id, record } = await createPaidOrder(tenant)
  await record()

  expect(await cancelOrder(tenant, id, { by: 'customer', reason: '', at: monday })).toMatchObject({
    ok: true,
    value: { returned: money(6800n, 'GBP') },
  })
  expect(await readBalances(tenant)).toEqual({ clearing: -129n, 'card-costs': 129n, held: 0n })
  expect(await cancelOrder(tenant, id, { by: 'customer', reason: '', at: monday })).toEqual({
    ok: false,
    refusal: 'order-not-cancellable',
  })
})

test('a late cancellation retains half, and the half is split like a sale', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const { id, record } = await createPaidOrder(tenant)
  await record()

  const late = wednesday.subtract({ hours: 3 })
  expect(await cancelOrder(tenant, id, { by: 'customer', reason: '', at: late })).toMatchObject({
    ok: true,
    value: { returned: money(3400n, 'GBP') },
  })
  expect(await readBalances(tenant)).toEqual({
    clearing: 3271n,
    'card-costs': 129n,
    held: 0n,
    member: -3230n,
    federation: -34n,
    'co-op': -136n,
  })
})

test('partial refunds reverse the split exactly, and never exceed what was paid', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const { id, record } = await createPaidOrder(tenant)
  await record()
  await inTenant(tenant.id, async (db) => {
    const order = await orderById(db, id, true)
    if (order) await settleOrder(db, order, wednesday)
  })
  const by = { id: members[0]! }
  const refund = (minor: bigint) =>
    refundOrder(tenant, id, { amount: money(minor, 'GBP'), by, reason: 'broken', at: wednesday })

  for (const part of [1n, 1999n, 3333n]) expect((await refund(part)).ok).toBe(true)
  expect(await refund(1468n)).toEqual({ ok: false, refusal: 'refund-too-large' })
  expect((await refund(1467n)).ok).toBe(true)
  expect(await readBalances(tenant)).toEqual({
    clearing: -129n,
    'card-costs': 129n,
    held: 0n,
    member: 0n,
    federation: 0n,
    'co-op': 0n,
  })
})

test('a payment after the end of the hold confirms the order if its time is still free, and is returned otherwise', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const late = monday.add({ minutes: 30 })
  const confirmed = await createPaidOrder(tenant)
  expect(await releaseLapsedHolds(tenant.id, late)).toEqual([confirmed.id])
  expect(
    await recordPayment(confirmed.processor, tenant, { session: confirmed.session, at: late }),
  ).toBe('paid')

  const returned = await createPaidOrder(tenant, wednesday.add({ hours: 4 }))
  await releaseLapsedHolds(tenant.id, late)
  const other = await placeOrder(
    tenant,
    buildOrderRequest(wednesday.add({ hours: 4 }), { at: late }),
  )
  expect(other.ok).toBe(true)
  expect(
    await recordPayment(returned.processor, tenant, { session: returned.session, at: late }),
  ).toBe('returned')
  const payment = await inTenant(tenant.id, (db) => paymentOf(db, returned.id))
  expect(payment?.refundedMinor).toBe(6800n)
})

test('a declined card pays nothing, and the order stays placed', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const { processor } = await getProcessor()
  const placed = await placeOrder(tenant, buildOrderRequest(wednesday))
  if (!placed.ok) throw new Error('refused')
  const page = await startPayment(processor, tenant, {
    order: placed.value.id,
    ...paymentUrls,
    at: monday,
  })
  if (!page.ok) throw new Error('refused')

  expect(await payOnPage(page.value, '4000000000000002')).toBe(422)
  expect(
    await recordPayment(processor, tenant, {
      session: page.value.split('/').at(-1) ?? '',
      at: monday,
    }),
  ).toBe('waiting')
  expect((await readOrder(tenant, placed.value.id))?.state).toBe('placed')
})

test('a co-op cannot record a payment of, cancel or refund another co-op’s order', async () => {
  const [coOp, other] = [await createOpenCoOp('Amina'), await createOpenCoOp('Bruno')]
  const order = await createPaidOrder(other.tenant)

  expect(
    await cancelOrder(coOp.tenant, order.id, { by: 'customer', reason: '', at: monday }),
  ).toEqual({ ok: false, refusal: 'order-not-found' })
  expect(
    await refundOrder(coOp.tenant, order.id, {
      amount: money(1n, 'GBP'),
      by: { id: coOp.members[0]! },
      reason: '',
      at: monday,
    }),
  ).toEqual({ ok: false, refusal: 'order-not-found' })
  expect(
    await recordPayment(order.processor, coOp.tenant, { session: order.session, at: monday }),
  ).toBe('unknown')
  expect(await readOrder(coOp.tenant, order.id)).toBeUndefined()
  expect(
    await cancelOrder(coOp.tenant, newId<OrderId>(), { by: 'customer', reason: '', at: monday }),
  ).toEqual({ ok: false, refusal: 'order-not-found' })
})

test('a sample cannot be ordered until a member has published it', async () => {
  const { tenant: founded, members } = await createFoundedCoOp('Amina')
  for (const member of members) await ratifyCharter(founded, { member, name: 'x', at: monday })
  const tenant = await inFederation((db) => tenantById(db, founded.id))
  if (!tenant) throw new Error('There is no such co-op.')
  expect(await placeOrder(tenant, buildOrderRequest(wednesday))).toEqual({
    ok: false,
    refusal: 'listing-is-sample',
  })
  const [listing] = await inTenant(tenant.id, publishedListings)
  if (listing?.slug !== 'regular-clean') throw new Error('Another sample is the first one.')
  const by = { id: members[0]!, name: 'Amina' }
  await showOwnListing(tenant.id, { listing: listing.id, shown: true, by, at: monday })
  expect((await placeOrder(tenant, buildOrderRequest(wednesday))).ok).toBe(true)
})
