import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { orderById } from '#app/domains/orders/find-order.server.ts'
import { doStep } from '#app/flows/jobs/do-job.server.ts'
import { cancelOrder } from '#app/flows/orders/cancel-order.server.ts'
import { settleItem } from '#app/flows/orders/settle-order.server.ts'
import { stopProcessors, wednesday } from '#app/flows/testing/co-op.ts'
import {
  buildSeatRequest,
  buySeats,
  createWorkshop,
  expectSound,
  registerSeats,
} from '#app/flows/testing/workshop.ts'
import type { MemberId, OrderId } from '#app/kernel/ids.ts'
import { money } from '#app/kernel/money.ts'
import type { PriceLine } from '#app/kernel/price-line.ts'
import { acts } from '#app/offerings/testing/seat/acts.server.ts'
import { readOrderPage } from '#app/reads/orders/order-page.server.ts'
import { readReceipt } from '#app/reads/orders/receipt.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'

afterAll(stopProcessors)

const lineOf = (minor: bigint): PriceLine => ({
  kind: 'commissionable',
  key: 'seat',
  label: 'seat',
  quantity: 1,
  amount: money(minor, 'GBP'),
})

registerSeats()
/** Settles when it is paid, at what is known only then; or says nothing of it. */
registerSeats('metered', {
  confirm: async (db, item) => ({
    ...(await acts.confirm(db, item)),
    settles: true,
    final: [lineOf(1500n)],
  }),
})
registerSeats('silent', {
  confirm: async (db, item) => ({
    ...(await acts.confirm(db, item)),
    settles: true,
    final: null,
  }),
})

/** Settles the first item of an order at these lines. */
function settleAt(tenant: Tenant, id: OrderId, final: readonly PriceLine[]) {
  return inTenant(tenant.id, async (db) => {
    const order = await orderById(db, id, true)
    const [item] = order?.items ?? []
    if (!order || !item) throw new Error('lost')
    await settleItem(db, order, { item: item.id, at: wednesday, final })
  })
}

/** Reads the receipt, and checks that its lines, its refunds and its parts add up. */
async function receiptOf(tenant: Tenant, token: string) {
  const receipt = await readReceipt(tenant, token)
  if (!receipt) throw new Error('no receipt')
  const { lines, unused, total, refunded, shared, workers } = receipt
  const priced = lines.reduce((sum, { amount }) => sum + amount.minor, 0n)
  expect(priced + unused).toBe(total)
  const { coOp, federation, card } = shared
  expect(shared.workers + coOp + federation + card + receipt.pending).toBe(total - refunded)
  expect(workers.reduce((sum, { minor }) => sum + minor, 0n)).toBe(shared.workers)
  return { priced, unused, total, refunded, shared }
}

async function lettersTo(tenant: Tenant, template: string) {
  return owner<{ data: Record<string, string> }[]>`
    select data from mails where tenant_id = ${tenant.id} and template = ${template}`
}

test('a late cancellation retains its share of the price that was quoted, not of the bound', async () => {
  const { tenant } = await createWorkshop()
  const { id, token } = await buySeats(tenant, buildSeatRequest(3))
  const at = wednesday.subtract({ hours: 3 })
  expect(await cancelOrder(tenant, id, { by: 'customer', reason: '', at })).toMatchObject({
    value: { returned: money(4500n, 'GBP') },
  })
  const { shared, ...figures } = await receiptOf(tenant, token)
  expect(figures).toEqual({ priced: 6000n, unused: 1500n, total: 7500n, refunded: 4500n })
  expect(shared).toMatchObject({ workers: 2850n, federation: 30n })
  await expectSound()
})

test('what it came to is the total of the order’s page and of the letter, and the rest went back', async () => {
  const { tenant, amina } = await createWorkshop()
  const { id, token } = await buySeats(tenant, buildSeatRequest(1))
  expect(await readOrderPage(tenant, token, wednesday)).toMatchObject({
    total: 2000n,
    most: 2500n,
  })
  expect(await receiptOf(tenant, token)).toMatchObject({ priced: 2000n, unused: 500n })
  await settleAt(tenant, id, [lineOf(500n)])
  expect(await readOrderPage(tenant, token, wednesday)).toMatchObject({ total: 500n, most: 2500n })
  const settled = await receiptOf(tenant, token)
  expect(settled).toMatchObject({ priced: 500n, unused: 2000n, total: 2500n, refunded: 2000n })
  expect(await lettersTo(tenant, 'order-paid')).toMatchObject([{ data: { total: '2500' } }])
  expect(await lettersTo(tenant, 'work-done')).toMatchObject([{ data: { total: '500' } }])
  expect(amina).toBeTruthy()
  await expectSound()
})

test('an item that came to nothing has no lines, and everything goes back', async () => {
  const { tenant } = await createWorkshop()
  const { id, token } = await buySeats(tenant, buildSeatRequest(2))
  await settleAt(tenant, id, [])
  expect(await readOrderPage(tenant, token, wednesday)).toMatchObject({ total: 0n })
  const figures = await receiptOf(tenant, token)
  expect(figures).toMatchObject({ priced: 0n, unused: 5000n, refunded: 5000n })
  await expectSound()
})

test('an open price that is known when it is paid settles at once', async () => {
  const { tenant } = await createWorkshop({ kind: 'metered' })
  const { token } = await buySeats(tenant, buildSeatRequest(1, 'metered'))
  expect(await readOrderPage(tenant, token, wednesday)).toMatchObject({
    state: 'done',
    total: 1500n,
  })
  await expectSound()
})

test('an open price of which nothing is said settles at its quote, so that the payment is recorded', async () => {
  const { tenant } = await createWorkshop({ kind: 'silent' })
  const { token } = await buySeats(tenant, buildSeatRequest(1, 'silent'))
  expect(await readOrderPage(tenant, token, wednesday)).toMatchObject({
    state: 'done',
    total: 2000n,
  })
  await expectSound()
})

test('a step that settles an open price without saying it settles nothing', async () => {
  const step = async () => ({ ok: true, value: { settles: true } }) as const
  registerSeats('forgetful', { step })
  const { tenant, amina } = await createWorkshop({ kind: 'forgetful' })
  const { id, token } = await buySeats(tenant, buildSeatRequest(1, 'forgetful'))
  const doing = { order: id, member: amina as MemberId, step: 'held', at: wednesday }
  await expect(doStep(tenant.id, doing)).rejects.toThrow('needs its final lines')
  expect(await readOrderPage(tenant, token, wednesday)).toMatchObject({ state: 'paid' })
})
