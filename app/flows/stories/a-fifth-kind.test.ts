import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { orderById } from '#app/domains/orders/find-order.server.ts'
import { doStep } from '#app/flows/jobs/do-job.server.ts'
import { cancelOrder } from '#app/flows/orders/cancel-order.server.ts'
import { placeOrder } from '#app/flows/orders/place-order.server.ts'
import { settleItem } from '#app/flows/orders/settle-order.server.ts'
import { refundOrder } from '#app/flows/payments/refund-order.server.ts'
import { monday as at, stopProcessors, wednesday } from '#app/flows/testing/co-op.ts'
import {
  buildSeatRequest,
  buySeats,
  createWorkshop,
  expectSound,
  registerSeats,
} from '#app/flows/testing/workshop.ts'
import { money } from '#app/kernel/money.ts'
import { readListing, readListings } from '#app/reads/offerings/listings-page.server.ts'
import { readJob } from '#app/reads/jobs/job-page.server.ts'
import { readOrderPage } from '#app/reads/orders/order-page.server.ts'
import { readReceipt } from '#app/reads/orders/receipt.server.ts'
import { quoteOrUsual } from '#app/rules/offerings/usual-quote.ts'
import { inTenant } from '#tenants/scope.server.ts'

afterAll(stopProcessors)

/** Registers the kind of this test. */
registerSeats()

const LISTED = { everything: { search: '', sort: 'ours', team: null } as const }

test('a seat in a workshop is listed, quoted, bought up to its last, and settled at its final price', async () => {
  const { tenant, amina, rosa } = await createWorkshop()
  const { found } = await readListings(tenant, LISTED.everything)
  expect(found.find(({ slug }) => slug === 'pruning')).toMatchObject({ kind: 'seat', minutes: 120 })
  const listing = await readListing(tenant, 'pruning', at)
  const quote = listing && quoteOrUsual(listing, { seats: 2 }, tenant.currency)
  expect(quote).toMatchObject({ total: money(4000n, 'GBP'), bound: money(5000n, 'GBP') })

  const { id, token } = await buySeats(tenant, buildSeatRequest(2))
  expect(await placeOrder(tenant, buildSeatRequest(2))).toEqual({
    ok: false,
    refusal: 'slot-taken',
  })
  expect(await readOrderPage(tenant, token, at)).toMatchObject({
    total: 4000n,
    most: 5000n,
    items: [{ moves: false }],
  })
  expect(await readJob(tenant, { order: id, member: amina, at })).toMatchObject({
    title: 'Pruning',
  })

  const step = { order: id, step: 'held', said: { materialMinor: 300, currency: 'GBP' } }
  const afterwards = wednesday.add({ hours: 4 })
  expect(await doStep(tenant.id, { ...step, member: rosa, at: afterwards })).toMatchObject({
    refusal: 'not-your-job',
  })
  expect(await doStep(tenant.id, { ...step, member: amina, at })).toMatchObject({
    refusal: 'not-done-yet',
  })
  expect(await doStep(tenant.id, { ...step, member: amina, at: afterwards })).toMatchObject({
    ok: true,
  })

  const receipt = await readReceipt(tenant, token)
  expect(receipt).toMatchObject({ total: 5000n, refunded: 400n, state: 'done' })
  expect(receipt?.lines.map(({ key, amount }) => [key, amount.minor])).toEqual([
    ['seat', 4000n],
    ['material', 600n],
  ])
  const { workers, coOp, federation, card } = receipt?.shared ?? {}
  expect([workers, coOp, federation, card].reduce((sum = 0n, part = 0n) => sum + part)).toBe(4600n)
  await expectSound()
})

test('the application and the database refuse a final price above the bound, and accept one within it', async () => {
  const { tenant } = await createWorkshop()
  const { id } = await buySeats(tenant, buildSeatRequest(1))
  const settleAt = (materialMinor: number) =>
    inTenant(tenant.id, async (db) => {
      const order = await orderById(db, id, true)
      const [item] = order?.items ?? []
      if (!order || !item) throw new Error('lost')
      const amount = money(2000n + BigInt(materialMinor), 'GBP')
      const final = [
        { kind: 'commissionable', key: 'seat', label: 'seat', quantity: 1, amount } as const,
      ]
      await settleItem(db, order, { item: item.id, at: wednesday, final })
    })
  await expect(settleAt(501)).rejects.toThrow('more than its customer agreed to')
  await expect(
    owner`update order_items set final_minor = most_minor + 1 where order_id = ${id}`,
  ).rejects.toThrow('order_items_final_within_bound')
  await settleAt(500)
  await expect(
    owner`update order_items set final_minor = final_minor - 1 where order_id = ${id}`,
  ).rejects.toThrow('what was sold does not change')
  await expectSound()
})

test('a seat is cancelled by the charter, refunded after it was used, and free again', async () => {
  const { tenant, amina, by } = await createWorkshop()
  const late = wednesday.subtract({ hours: 3 })
  const one = await buySeats(tenant, buildSeatRequest(3))
  const cancelled = await cancelOrder(tenant, one.id, { by: 'customer', reason: '', at: late })
  expect(cancelled).toMatchObject({ ok: true, value: { returned: money(4500n, 'GBP') } })

  const two = await buySeats(tenant, buildSeatRequest(3))
  const said = { materialMinor: 0, currency: 'GBP' }
  const step = { order: two.id, step: 'held', said, member: amina, at: wednesday.add({ hours: 2 }) }
  expect(await doStep(tenant.id, step)).toMatchObject({ ok: true })
  await owner`insert into offices (tenant_id, member_id, office, since)
    values (${tenant.id}, ${amina}, 'treasurer', now()) on conflict do nothing`
  const asked = { amount: money(2500n, 'GBP'), reason: 'rain', by, at: wednesday }
  expect(await refundOrder(tenant, two.id, asked)).toMatchObject({ ok: true })
  const all = { ...asked, amount: money(3501n, 'GBP') }
  expect(await refundOrder(tenant, two.id, all)).toMatchObject({ refusal: 'refund-too-large' })
  await expectSound()
})
