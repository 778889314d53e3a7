import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { type Item, orderById } from '#app/domains/orders/find-order.server.ts'
import { acceptJob, checkIn, checkOut } from '#app/flows/testing/visit-steps.ts'
import { cancelOrder } from '#app/flows/orders/cancel-order.server.ts'
import { placeOrder } from '#app/flows/orders/place-order.server.ts'
import { recordPayment } from '#app/flows/payments/record-payment.server.ts'
import { refundOrder } from '#app/flows/payments/refund-order.server.ts'
import { startPayment } from '#app/flows/payments/start-payment.server.ts'
import {
  createOpenCoOp,
  buildOrderRequest,
  getProcessor,
  monday,
  payOnPage,
  stopProcessors,
  paymentUrls,
  wednesday,
} from '#app/flows/testing/co-op.ts'
import type { MemberId, OrderId } from '#app/kernel/ids.ts'
import { money } from '#app/kernel/money.ts'
import { readReceipt } from '#app/reads/orders/receipt.server.ts'
import { runChecks } from '#db/run-checks.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'

afterAll(stopProcessors)

/** Places and pays an order of two listings for the same hour, each done by another member. */
async function createCart() {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const { processor } = await getProcessor()
  const one = buildOrderRequest(wednesday)
  const other = buildOrderRequest(wednesday, { listing: 'deep-clean' })
  const request = { ...one, items: [...one.items, ...other.items] }
  const placed = await placeOrder(tenant, request)
  if (!placed.ok) throw new Error(placed.refusal)
  const { id, token } = placed.value
  const page = await startPayment(processor, tenant, { order: id, ...paymentUrls, at: monday })
  if (!page.ok) throw new Error(page.refusal)
  await payOnPage(page.value)
  const session = page.value.split('/').at(-1) ?? ''
  expect(await recordPayment(processor, tenant, { session, at: monday })).toBe('paid')
  return { tenant, members: members as MemberId[], id, token, request }
}

async function readItems(tenant: Tenant, id: OrderId) {
  const order = await inTenant(tenant.id, (db) => orderById(db, id))
  const [first, second] = order?.items ?? []
  if (!order || !first || !second) throw new Error('The order has not two items.')
  return { order, first, second }
}

async function findEarner({ id }: Item): Promise<MemberId> {
  const [row] = await owner<{ member: MemberId }[]>`
    select member_id as member from order_earners where item_id = ${id} and until is null`
  if (!row) throw new Error('nobody earns')
  return row.member
}

/** Reads a receipt and checks that its parts add up to what was paid and not refunded. */
async function readCheckedReceipt(tenant: Tenant, token: string) {
  const receipt = await readReceipt(tenant, token)
  if (!receipt) throw new Error('no receipt')
  const { shared, total, refunded, workers, lines } = receipt
  const retained = total - refunded
  expect(shared.workers + shared.coOp + shared.federation + shared.card).toBe(retained)
  expect(workers.reduce((sum, { minor }) => sum + minor, 0n)).toBe(shared.workers)
  expect(lines.reduce((sum, { amount }) => sum + amount.minor, 0n)).toBe(total)
  return { retained, names: workers.map(({ name }) => name).toSorted() }
}

test('an order of two items with two earners is one payment, and its items are settled, cancelled and refunded one by one', async () => {
  const { tenant, members, id, token, request } = await createCart()
  const { order, first, second } = await readItems(tenant, id)
  expect(order).toMatchObject({ state: 'paid', totalMinor: first.mostMinor + second.mostMinor })
  expect(await placeOrder(tenant, request)).toMatchObject({ ok: true, value: { id } })
  const [one, other] = [await findEarner(first), await findEarner(second)]
  expect(new Set([one, other])).toEqual(new Set(members))
  expect(await readCheckedReceipt(tenant, token)).toEqual({
    retained: order.totalMinor,
    names: ['Amina', 'Rosa'],
  })

  for (const act of [acceptJob, checkIn, checkOut])
    expect(await act(tenant.id, { order: id, member: one, at: wednesday })).toMatchObject({
      ok: true,
    })
  const afterWork = await readItems(tenant, id)
  expect([afterWork.order.state, afterWork.first.state, afterWork.second.state]).toEqual([
    'paid',
    'settled',
    'paid',
  ])
  await readCheckedReceipt(tenant, token)

  const at = wednesday.subtract({ hours: 3 })
  const cancellation = { by: 'customer', reason: '', item: second.id, at } as const
  const returned = money((second.mostMinor + 1n) / 2n, 'GBP')
  expect(await cancelOrder(tenant, id, cancellation)).toMatchObject({
    ok: true,
    value: { returned },
  })
  const afterCancellation = await readItems(tenant, id)
  expect([afterCancellation.order.state, afterCancellation.second.state]).toEqual([
    'done',
    'cancelled',
  ])
  expect((await readCheckedReceipt(tenant, token)).retained).toBe(order.totalMinor - returned.minor)

  const [by] = members
  if (!by) throw new Error('nobody')
  const refund = { amount: money(1000n, 'GBP'), reason: 'a vase', by: { id: by }, at: wednesday }
  expect(await refundOrder(tenant, id, refund)).toMatchObject({ refusal: 'order-not-refundable' })
  expect(await refundOrder(tenant, id, { ...refund, item: second.id })).toMatchObject({ ok: false })
  const euro = { ...refund, amount: money(1n, 'EUR'), item: first.id }
  await expect(refundOrder(tenant, id, euro)).rejects.toThrow(RangeError)
  expect(await refundOrder(tenant, id, { ...refund, item: first.id })).toMatchObject({ ok: true })
  expect((await readCheckedReceipt(tenant, token)).retained).toBe(
    order.totalMinor - returned.minor - 1000n,
  )

  const journals = await owner`select kind, item_id from ledger_journals
    where tenant_id = ${tenant.id} order by posted_at, kind`
  expect(journals.map((row) => [row['kind'], row['item_id']])).toEqual([
    ['captured', null],
    ['settled', first.id],
    ['cancelled', second.id],
    ['refunded', first.id],
  ])
  const found = await runChecks(owner)
  expect(found.filter(({ faults, failure }) => faults.length > 0 || failure)).toEqual([])
})

test('two listings for one hour need two teams, and are both refused when there is one', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const one = buildOrderRequest(wednesday)
  const other = buildOrderRequest(wednesday, { listing: 'deep-clean' })
  expect(await placeOrder(tenant, { ...one, items: [...one.items, ...other.items] })).toEqual({
    ok: false,
    refusal: 'slot-taken',
  })
  expect(await owner`select from orders where tenant_id = ${tenant.id}`).toHaveLength(0)
})
