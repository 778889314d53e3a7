import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { type Item, orderById } from '#app/domains/orders/find-order.server.ts'
import { acceptJob, checkIn, checkOut } from '#app/flows/jobs/do-job.server.ts'
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

/** A cart of two listings for the same hour: a regular clean for one of the team, a deep clean for the other. */
async function aCart() {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const { processor } = await getProcessor()
  const one = buildOrderRequest(wednesday)
  const other = buildOrderRequest(wednesday, { listing: 'deep-clean' })
  const asked = { ...one, items: [...one.items, ...other.items] }
  const placed = await placeOrder(tenant, asked)
  if (!placed.ok) throw new Error(placed.refusal)
  const { id, token } = placed.value
  const page = await startPayment(processor, tenant, { order: id, ...paymentUrls, at: monday })
  if (!page.ok) throw new Error(page.refusal)
  await payOnPage(page.value)
  const session = page.value.split('/').at(-1) ?? ''
  expect(await recordPayment(processor, tenant, { session, at: monday })).toBe('paid')
  return { tenant, members: members as MemberId[], id, token, asked }
}

async function itemsOf(tenant: Tenant, id: OrderId) {
  const order = await inTenant(tenant.id, (db) => orderById(db, id))
  const [first, second] = order?.items ?? []
  if (!order || !first || !second) throw new Error('lost')
  return { order, first, second }
}

async function earnerOf({ id }: Item): Promise<MemberId> {
  const [row] = await owner<{ member: MemberId }[]>`
    select member_id as member from order_earners where item_id = ${id} and until is null`
  if (!row) throw new Error('nobody earns')
  return row.member
}

/** What the receipt says, when its parts add up to what was paid and did not go back. */
async function receiptOf(tenant: Tenant, token: string) {
  const receipt = await readReceipt(tenant, token)
  if (!receipt) throw new Error('no receipt')
  const { shared, total, refunded, workers, lines } = receipt
  const kept = total - refunded
  expect(shared.workers + shared.coOp + shared.federation + shared.card).toBe(kept)
  expect(workers.reduce((sum, { minor }) => sum + minor, 0n)).toBe(shared.workers)
  expect(lines.reduce((sum, { amount }) => sum + amount.minor, 0n)).toBe(total)
  return { kept, names: workers.map(({ name }) => name).toSorted() }
}

test('two listings with two earners are one payment: one is done, one cancelled late, one refunded, and all adds up', async () => {
  const { tenant, members, id, token, asked } = await aCart()
  const { order, first, second } = await itemsOf(tenant, id)
  expect(order).toMatchObject({ state: 'paid', totalMinor: first.mostMinor + second.mostMinor })
  expect(await placeOrder(tenant, asked)).toMatchObject({ ok: true, value: { id } })
  const [one, other] = [await earnerOf(first), await earnerOf(second)]
  expect(new Set([one, other])).toEqual(new Set(members))
  expect(await receiptOf(tenant, token)).toEqual({
    kept: order.totalMinor,
    names: ['Amina', 'Rosa'],
  })

  for (const act of [acceptJob, checkIn, checkOut])
    expect(await act(tenant.id, { order: id, member: one, at: wednesday })).toMatchObject({
      ok: true,
    })
  const half = await itemsOf(tenant, id)
  expect([half.order.state, half.first.state, half.second.state]).toEqual([
    'paid',
    'settled',
    'paid',
  ])
  await receiptOf(tenant, token)

  const at = wednesday.subtract({ hours: 3 })
  const off = { by: 'customer', reason: '', item: second.id, at } as const
  const returned = money((second.mostMinor + 1n) / 2n, 'GBP')
  expect(await cancelOrder(tenant, id, off)).toMatchObject({ ok: true, value: { returned } })
  const end = await itemsOf(tenant, id)
  expect([end.order.state, end.second.state]).toEqual(['done', 'cancelled'])
  expect((await receiptOf(tenant, token)).kept).toBe(order.totalMinor - returned.minor)

  const [by] = members
  if (!by) throw new Error('nobody')
  const refund = { amount: money(1000n, 'GBP'), reason: 'a vase', by: { id: by }, at: wednesday }
  expect(await refundOrder(tenant, id, refund)).toMatchObject({ refusal: 'order-not-refundable' })
  expect(await refundOrder(tenant, id, { ...refund, item: second.id })).toMatchObject({ ok: false })
  expect(await refundOrder(tenant, id, { ...refund, item: first.id })).toMatchObject({ ok: true })
  expect((await receiptOf(tenant, token)).kept).toBe(order.totalMinor - returned.minor - 1000n)

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

test('two listings for one hour need two teams, and are refused together where there is one', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const one = buildOrderRequest(wednesday)
  const other = buildOrderRequest(wednesday, { listing: 'deep-clean' })
  expect(await placeOrder(tenant, { ...one, items: [...one.items, ...other.items] })).toEqual({
    ok: false,
    refusal: 'slot-taken',
  })
  expect(await owner`select from orders where tenant_id = ${tenant.id}`).toHaveLength(0)
})
