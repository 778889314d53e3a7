import '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { cancelOrder } from '#app/flows/orders/cancel-order.server.ts'
import { acceptJob, checkIn, checkOut } from '#app/flows/jobs/do-job.server.ts'
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

/** What the receipt says, when its rows add up to what was paid and did not go back. */
async function receiptOf(tenant: Tenant, { token }: { readonly token: string }) {
  const receipt = await readReceipt(tenant, token)
  if (!receipt) throw new Error('no receipt')
  const { workers, shared, total, refunded, returned } = receipt
  const sum = (all: readonly { readonly minor: bigint }[]) =>
    all.reduce((so, { minor }) => so + minor, 0n)
  const kept = total - refunded
  expect(sum(workers)).toBe(shared.workers)
  expect(shared.workers + shared.coOp + shared.federation + shared.card).toBe(kept)
  expect(sum(returned)).toBe(refunded)
  return { names: workers.map(({ name }) => name), kept, workers: shared.workers }
}

async function aPaid() {
  const { tenant, members } = await createOpenCoOp('Amina')
  const order = await createPaidOrder(tenant)
  await order.record()
  return { tenant, order, members, paid: await receiptOf(tenant, order) }
}

test('a booking that is cancelled late: who was to come is named with what they keep of it', async () => {
  const { tenant, order, paid } = await aPaid()
  expect(paid).toMatchObject({ names: ['Amina'], kept: 6800n })

  const at = wednesday.subtract({ hours: 3 })
  await cancelOrder(tenant, order.id, { by: 'customer', reason: '', at })

  const { names, kept, workers } = await receiptOf(tenant, order)
  expect(names).toEqual(['Amina'])
  expect(kept > 0n && kept < 6800n).toBe(true)
  expect(workers > 0n && workers < paid.workers).toBe(true)
})

test('a booking that is cancelled in time: nobody gets anything, and the co-op bears the card', async () => {
  const { tenant, order } = await aPaid()

  await cancelOrder(tenant, order.id, { by: 'customer', reason: '', at: monday })

  expect(await receiptOf(tenant, order)).toEqual({ names: [], kept: 0n, workers: 0n })
})

test('work that is done and partly given back, twice, then whole: each time the books are what it says', async () => {
  const { tenant, order, members, paid } = await aPaid()
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
    expect((await receiptOf(tenant, order)).kept).toBe(left)
  }
  expect(await receiptOf(tenant, order)).toEqual({ names: ['Amina'], kept: 0n, workers: 0n })
})
