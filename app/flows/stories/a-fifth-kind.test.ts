import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { orderById } from '#app/domains/orders/find-order.server.ts'
import { doStep } from '#app/flows/jobs/do-job.server.ts'
import { showOwnListing, writeOwnListing } from '#app/flows/offerings/manage-listings.server.ts'
import { cancelOrder } from '#app/flows/orders/cancel-order.server.ts'
import { placeOrder } from '#app/flows/orders/place-order.server.ts'
import { settleItem } from '#app/flows/orders/settle-order.server.ts'
import { recordPayment } from '#app/flows/payments/record-payment.server.ts'
import { refundOrder } from '#app/flows/payments/refund-order.server.ts'
import { startPayment } from '#app/flows/payments/start-payment.server.ts'
import {
  createOpenCoOp,
  buildOrderRequest,
  getProcessor,
  monday as at,
  payOnPage,
  stopProcessors,
  paymentUrls,
  wednesday,
} from '#app/flows/testing/co-op.ts'
import { money } from '#app/kernel/money.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { pagesOf, registerKind } from '#app/offerings/registry.server.ts'
import { acts } from '#app/offerings/testing/seat/acts.server.ts'
import { pages } from '#app/offerings/testing/seat/pages.server.ts'
import { kind } from '#app/offerings/testing/seat/kind.ts'
import { readListing, readListings } from '#app/reads/offerings/listings-page.server.ts'
import { readJob } from '#app/reads/jobs/job-page.server.ts'
import { readOrderPage } from '#app/reads/orders/order-page.server.ts'
import { readReceipt } from '#app/reads/orders/receipt.server.ts'
import { quoteOrUsual } from '#app/reads/storefront/sample-split.ts'
import { runChecks } from '#db/run-checks.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'

afterAll(stopProcessors)

/** Registers the kind of this test. */
registerKind({ kind, acts, pages })

const LISTED = { everything: { search: '', sort: 'ours', team: null } as const }

/** Founds a co-op whose Amina teaches a workshop of three seats, for 20.00 each and up to 5.00 for material. */
async function createWorkshop() {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const [amina, rosa] = members as [MemberId, MemberId]
  const by = { id: amina, name: 'Amina' }
  const posted = new FormData()
  const typed = { title: 'Pruning', summary: 'Roses', body: '', date: '2026-12-02' }
  for (const [name, value] of Object.entries({ ...typed, minutes: '120', seats: '3' }))
    posted.set(name, value)
  posted.set('minor', '2000')
  posted.set('material', '500')
  const read = pagesOf('seat').readListing(posted, { tenant })
  if (!read.ok) throw new Error('not read')
  const { words } = read
  const written = await writeOwnListing(tenant, { listing: null, kind: 'seat', words, by, at })
  if (!written.ok) throw new Error(written.refusal)
  await showOwnListing(tenant.id, { listing: written.value, shown: true, by, at })
  return { tenant, amina, rosa, by }
}

const requestSeats = (count: number) => ({
  ...buildOrderRequest(wednesday),
  items: [{ kind: 'seat', listing: 'pruning', choices: { seats: count }, details: null }],
})

async function placePaidOrder(tenant: Tenant, request: ReturnType<typeof requestSeats>) {
  const { processor } = await getProcessor()
  const placed = await placeOrder(tenant, request)
  if (!placed.ok) throw new Error(placed.refusal)
  const page = await startPayment(processor, tenant, { order: placed.value.id, ...paymentUrls, at })
  if (!page.ok) throw new Error(page.refusal)
  await payOnPage(page.value)
  const session = page.value.split('/').at(-1) ?? ''
  expect(await recordPayment(processor, tenant, { session, at })).toBe('paid')
  return placed.value
}

async function expectNoFaults() {
  const found = await runChecks(owner)
  expect(found.filter(({ faults, failure }) => faults.length > 0 || failure)).toEqual([])
}

test('a seat in a workshop is listed, quoted, sold up to the last one, and settled at its final price', async () => {
  const { tenant, amina, rosa } = await createWorkshop()
  const { found } = await readListings(tenant, LISTED.everything)
  expect(found.find(({ slug }) => slug === 'pruning')).toMatchObject({ kind: 'seat', minutes: 120 })
  const listing = await readListing(tenant, 'pruning', at)
  const quote = listing && quoteOrUsual(listing, { seats: 2 }, tenant.currency)
  expect(quote).toMatchObject({ total: money(4000n, 'GBP'), bound: money(5000n, 'GBP') })

  const { id, token } = await placePaidOrder(tenant, requestSeats(2))
  expect(await placeOrder(tenant, requestSeats(2))).toEqual({ ok: false, refusal: 'slot-taken' })
  expect(await readOrderPage(tenant, token, at)).toMatchObject({
    total: 5000n,
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
    refusal: 'job-too-early',
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
  await expectNoFaults()
})

test('the application and the database refuse a final price above the bound, and accept one within it', async () => {
  const { tenant } = await createWorkshop()
  const { id } = await placePaidOrder(tenant, requestSeats(1))
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
  await expectNoFaults()
})

test('a seat is cancelled by the charter’s terms, is free again, and is refunded after it was used', async () => {
  const { tenant, amina, by } = await createWorkshop()
  const late = wednesday.subtract({ hours: 3 })
  const cancelledOrder = await placePaidOrder(tenant, requestSeats(3))
  const cancelled = await cancelOrder(tenant, cancelledOrder.id, {
    by: 'customer',
    reason: '',
    at: late,
  })
  expect(cancelled).toMatchObject({ ok: true, value: { returned: money(3750n, 'GBP') } })

  const usedOrder = await placePaidOrder(tenant, requestSeats(3))
  const details = { materialMinor: 0, currency: 'GBP' }
  const step = {
    order: usedOrder.id,
    step: 'held',
    said: details,
    member: amina,
    at: wednesday.add({ hours: 2 }),
  }
  expect(await doStep(tenant.id, step)).toMatchObject({ ok: true })
  await owner`insert into offices (tenant_id, member_id, office, since)
    values (${tenant.id}, ${amina}, 'treasurer', now()) on conflict do nothing`
  const request = { amount: money(2500n, 'GBP'), reason: 'rain', by, at: wednesday }
  expect(await refundOrder(tenant, usedOrder.id, request)).toMatchObject({ ok: true })
  const tooLarge = { ...request, amount: money(3501n, 'GBP') }
  expect(await refundOrder(tenant, usedOrder.id, tooLarge)).toMatchObject({
    refusal: 'refund-too-large',
  })
  await expectNoFaults()
})
