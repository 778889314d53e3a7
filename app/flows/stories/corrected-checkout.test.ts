import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import type { Tenant } from '#tenants/directory.server.ts'
import { startCheckout } from '#app/flows/orders/checkout.server.ts'
import { type OrderRequest, placeOrder } from '#app/flows/orders/place-order.server.ts'
import { recordPayment } from '#app/flows/payments/record-payment.server.ts'
import {
  ADDRESS,
  createOpenCoOp,
  buildOrderRequest,
  getProcessor,
  type OrderRequestChange,
  changeOrderRequest,
  CHOICES,
  payOnPage,
  stopProcessors,
  wednesday,
} from '#app/flows/testing/co-op.ts'

afterAll(stopProcessors)

const paymentUrls = () => ({
  returnUrl: 'http://x.localhost/return',
  cancelUrl: 'http://x.localhost/x',
})

/** Starts a checkout up to the payment page. The returned `send` sends its form again with changes. */
async function createCheckout(...names: string[]) {
  const { tenant } = await createOpenCoOp(...names)
  const { processor } = await getProcessor()
  const form = buildOrderRequest(wednesday)
  const send = async (change: OrderRequestChange = {}) => {
    const page = await startCheckout(
      processor,
      tenant,
      changeOrderRequest(form, change),
      paymentUrls,
    )
    if (!page.ok) throw new Error(page.refusal)
    return page.value.payUrl ?? 'no page'
  }
  const record = (payUrl: string, at = form.at) =>
    recordPayment(processor, tenant, { session: payUrl.split('/').at(-1) ?? '', at })
  return { tenant, processor, form, send, record, payUrl: await send() }
}

const readOrders = ({ id }: Tenant) => owner`
  select o.state, c.name, c.email, v.address->>'line1' as line1, v.notes, v.starts_at as start,
    o.total_minor::int as total,
    (select count(*)::int from bookings b where b.item_id = v.item_id and b.state <> 'released') as held
  from orders o join customers c on c.id = o.customer_id
  join order_items i on i.order_id = o.id join order_visits v on v.item_id = i.id
  where o.tenant_id = ${id} order by o.placed_at, o.state`

const line1 = '15 Dean Lane'
const correctionOf = (form: OrderRequest): OrderRequestChange => ({
  buyer: { ...form.buyer, name: 'Helena' },
  address: { ...ADDRESS, line1 },
  notes: 'The dog is called Max.',
})

test('a correction before the payment changes the same order and keeps its hold and its page', async () => {
  const { tenant, form, send, record, payUrl } = await createCheckout('Amina')

  const pages = await Promise.all([send(correctionOf(form)), send(correctionOf(form))])

  expect(new Set(pages)).toEqual(new Set([payUrl]))
  const correctedFields = {
    name: 'Helena',
    line1,
    notes: 'The dog is called Max.',
    total: 6800,
    held: 1,
  }
  expect(await readOrders(tenant)).toMatchObject([{ state: 'placed', ...correctedFields }])
  await payOnPage(payUrl)
  expect(await record(payUrl)).toBe('paid')
  expect(await readOrders(tenant)).toMatchObject([{ state: 'paid', ...correctedFields }])
})

test('another e-mail address opens another payment page and closes the one with the old address', async () => {
  const { tenant, form, send, record, payUrl } = await createCheckout('Amina')

  const page = await send({ buyer: { ...form.buyer, email: 'helena@example.com' } })

  expect(page).not.toBe(payUrl)
  expect(await payOnPage(payUrl)).not.toBe(303)
  expect(await payOnPage(page)).toBe(303)
  expect(await record(page)).toBe('paid')
  expect(await readOrders(tenant)).toMatchObject([{ state: 'paid', email: 'helena@example.com' }])
})

test('another time is held, the old one is released, and its page is closed', async () => {
  const { tenant, send, record, payUrl } = await createCheckout('Amina')
  const later = wednesday.add({ minutes: 30 })

  const pages = await Promise.all([send({ start: later }), send({ start: later })])

  expect(new Set(pages).size).toBe(1)
  expect(await payOnPage(payUrl)).not.toBe(303)
  const [cancelled, placed] = [
    { state: 'cancelled', start: new Date(wednesday.epochMilliseconds), held: 0 },
    { state: 'placed', start: new Date(later.epochMilliseconds), held: 1 },
  ]
  expect(await readOrders(tenant)).toMatchObject([cancelled, placed])
  await payOnPage(pages[0])
  expect(await record(pages[0])).toBe('paid')
})

test('another price makes another order at the same time, and a refused time leaves the old one held', async () => {
  const { tenant, send } = await createCheckout('Amina')
  await send({ choices: { ...CHOICES, tipMinor: 500 } })
  expect(await readOrders(tenant)).toMatchObject([
    { state: 'cancelled', held: 0 },
    { state: 'placed', total: 7300, held: 1 },
  ])

  const takenTime = wednesday.add({ hours: 4 })
  await placeOrder(tenant, buildOrderRequest(takenTime))
  await expect(send({ start: takenTime })).rejects.toThrow('slot-taken')
  expect((await readOrders(tenant)).filter(({ held }) => held === 1)).toHaveLength(2)
})

test('a form that is sent again after its hold lapsed holds the time again', async () => {
  const { tenant, form, send } = await createCheckout('Amina')
  await send({ at: form.at.add({ minutes: 30 }) })
  expect(await readOrders(tenant)).toMatchObject([
    { state: 'cancelled', held: 0 },
    { state: 'placed', held: 1 },
  ])
})

test('after the payment the same form finds the paid order, and a changed form is refused', async () => {
  const { tenant, processor, form, send, payUrl } = await createCheckout('Amina')
  await payOnPage(payUrl)

  const repeated = await startCheckout(processor, tenant, form, paymentUrls)
  expect(repeated).toMatchObject({ ok: true, value: { payUrl: null } })
  await expect(send(correctionOf(form))).rejects.toThrow('order-paid')
  await expect(send({ start: wednesday.add({ hours: 1 }) })).rejects.toThrow('order-paid')
  expect(await readOrders(tenant)).toMatchObject([{ state: 'paid', name: 'Helen', notes: '' }])
})

test('a correction at the same time as the payment is either applied or refused', async () => {
  for (const change of ['details', 'time']) {
    const { tenant, form, record, payUrl } = await createCheckout('Amina', 'Rosa')
    await payOnPage(payUrl)
    const other =
      change === 'details' ? correctionOf(form) : { start: wednesday.add({ minutes: 30 }) }
    const [sent] = await Promise.allSettled([
      placeOrder(tenant, changeOrderRequest(form, other)),
      record(payUrl),
      record(payUrl),
    ])
    const orders = await readOrders(tenant)
    const isApplied = sent.status === 'fulfilled' && sent.value.ok
    expect(orders.filter(({ state }) => state === 'paid')).toHaveLength(
      isApplied && change === 'time' ? 0 : 1,
    )
    expect(orders).toHaveLength(isApplied && change === 'time' ? 2 : 1)
    if (change === 'details') expect(orders[0]?.['name']).toBe(isApplied ? 'Helena' : 'Helen')
    const [books] = await owner`select
      (select coalesce(sum(minor), 0)::int from ledger_entries where tenant_id = ${tenant.id} and account_code = 'held') as held,
      (select count(*)::int from payments where tenant_id = ${tenant.id} and refunded_minor = 6800) as returned`
    expect(books).toEqual(
      isApplied && change === 'time' ? { held: 0, returned: 1 } : { held: -6800, returned: 0 },
    )
  }
})

test('another listing with the same answers and the same price makes another order, and after the payment it is refused', async () => {
  const { tenant, send, payUrl } = await createCheckout('Amina')
  await owner`update listings set fields = (select fields from listings
      where tenant_id = ${tenant.id} and slug = 'regular-clean')
    where tenant_id = ${tenant.id} and slug = 'deep-clean'`
  const other = await send({ listing: 'deep-clean' })
  expect(other).not.toBe(payUrl)
  const sold = await owner`select l.slug from orders o
    join order_items i on i.order_id = o.id join listings l on l.id = i.listing_id
    where o.tenant_id = ${tenant.id} and o.state = 'placed'`
  expect(sold).toEqual([{ slug: 'deep-clean' }])
  await payOnPage(other)
  await expect(send()).rejects.toThrow('order-paid')
})
