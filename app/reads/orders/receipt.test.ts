import '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { cancelOrder } from '#app/flows/orders/cancel-order.server.ts'
import { acceptJob, checkIn, checkOut } from '#app/flows/testing/visit-steps.ts'
import { refundOrder } from '#app/flows/payments/refund-order.server.ts'
import {
  createPaidOrder,
  createOpenCoOp,
  monday,
  stopProcessors,
  wednesday,
} from '#app/flows/testing/co-op.ts'
import { money } from '#app/kernel/money.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { readReceipt } from './receipt.server.ts'

afterAll(stopProcessors)

/** Reads the receipt, and checks that its rows add up to what was paid and not refunded. */
async function receiptOf(tenant: Tenant, { token }: { readonly token: string }) {
  const receipt = await readReceipt(tenant, token)
  if (!receipt) throw new Error('no receipt')
  const { workers, shared, total, refunded, returned } = receipt
  const sum = (rows: readonly { readonly minor: bigint }[]) =>
    rows.reduce((total, { minor }) => total + minor, 0n)
  const retained = total - refunded
  expect(sum(workers)).toBe(shared.workers)
  expect(shared.workers + shared.coOp + shared.federation + shared.card).toBe(retained)
  expect(sum(returned)).toBe(refunded)
  return { names: workers.map(({ name }) => name), retained, workers: shared.workers }
}

async function makePaidOrder() {
  const { tenant, members } = await createOpenCoOp('Amina')
  const order = await createPaidOrder(tenant)
  await order.record()
  return { tenant, order, members, paid: await receiptOf(tenant, order) }
}

test('a booking that is cancelled late: the worker is named with their part of the retained amount', async () => {
  const { tenant, order, paid } = await makePaidOrder()
  expect(paid).toMatchObject({ names: ['Amina'], retained: 6800n })

  const at = wednesday.subtract({ hours: 3 })
  await cancelOrder(tenant, order.id, { by: 'customer', reason: '', at })

  const { names, retained, workers } = await receiptOf(tenant, order)
  expect(names).toEqual(['Amina'])
  expect(retained > 0n && retained < 6800n).toBe(true)
  expect(workers > 0n && workers < paid.workers).toBe(true)
})

test('a booking that is cancelled in time: nobody gets anything, and the co-op bears the card', async () => {
  const { tenant, order } = await makePaidOrder()

  await cancelOrder(tenant, order.id, { by: 'customer', reason: '', at: monday })

  expect(await receiptOf(tenant, order)).toEqual({ names: [], retained: 0n, workers: 0n })
})

test('a finished order that is refunded in parts and then in full: the receipt agrees with the books each time', async () => {
  const { tenant, order, members, paid } = await makePaidOrder()
  const [member] = members
  if (!member) throw new Error('nobody')
  for (const act of [acceptJob, checkIn, checkOut])
    await act(tenant.id, { order: order.id, member, at: wednesday })
  expect(await receiptOf(tenant, order)).toEqual(paid)

  for (const [minor, left] of [
    [1801n, 4999n],
    [999n, 4000n],
    [4000n, 0n],
  ] as const) {
    const amount = money(minor, 'GBP')
    await refundOrder(tenant, order.id, {
      amount,
      by: { id: member },
      reason: 'sorry',
      at: wednesday,
    })
    expect((await receiptOf(tenant, order)).retained).toBe(left)
  }
  expect(await receiptOf(tenant, order)).toEqual({ names: ['Amina'], retained: 0n, workers: 0n })
})
