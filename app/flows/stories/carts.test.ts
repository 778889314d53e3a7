import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { placeOrder } from '#app/flows/orders/place-order.server.ts'
import { releaseLapsedHolds } from '#app/flows/orders/release-lapsed-holds.server.ts'
import { recordPayment } from '#app/flows/payments/record-payment.server.ts'
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
import type { Instant } from '#app/kernel/clock.ts'
import { runChecks } from '#db/run-checks.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'

afterAll(stopProcessors)

const thursday = wednesday.add({ hours: 24 })
const late = monday.add({ minutes: 30 })

/** Builds a cart with a visit at each of the given times, in that order. */
function buildCart(...starts: readonly Instant[]) {
  const requests = starts.map((start) => buildOrderRequest(start))
  const [first] = requests
  if (!first) throw new Error('A cart needs an item.')
  return { ...first, items: requests.flatMap(({ items }) => items) }
}

async function openPayment(tenant: Tenant, request: ReturnType<typeof buildCart>) {
  const { processor } = await getProcessor()
  const placed = await placeOrder(tenant, request)
  if (!placed.ok) throw new Error(placed.refusal)
  const { id } = placed.value
  const page = await startPayment(processor, tenant, { order: id, ...paymentUrls, at: monday })
  if (!page.ok) throw new Error(page.refusal)
  const session = page.value.split('/').at(-1) ?? ''
  const payAt = async (at: Instant) => {
    await payOnPage(page.value)
    return recordPayment(processor, tenant, { session, at })
  }
  return { id, payAt }
}

async function expectSoundBooks() {
  const found = await runChecks(owner)
  expect(found.filter(({ faults, failure }) => faults.length > 0 || failure)).toEqual([])
}

test('a late payment of a cart that can no longer be had whole is returned, and nobody stays booked for it', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const cart = await openPayment(tenant, buildCart(wednesday, thursday))
  expect(await releaseLapsedHolds(tenant.id, late)).toEqual([cart.id])
  const other = await placeOrder(tenant, buildOrderRequest(thursday, { at: late }))
  expect(other.ok).toBe(true)

  expect(await cart.payAt(late)).toBe('returned')
  expect(
    await owner`select b.state from bookings b join order_items i on i.id = b.item_id
      where i.order_id = ${cart.id} and b.state <> 'released'`,
  ).toEqual([])
  await expectSoundBooks()
  const again = await placeOrder(tenant, buildOrderRequest(wednesday, { at: late }))
  expect(again.ok).toBe(true)
})
