import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { doStep } from '#app/flows/jobs/do-job.server.ts'
import { acceptJob, checkIn, checkOut } from '#app/flows/testing/visit-steps.ts'
import { cancelOrder } from '#app/flows/orders/cancel-order.server.ts'
import { writeReview } from '#app/flows/orders/write-review.server.ts'
import { showOwnListing, writeOwnListing } from '#app/flows/offerings/manage-listings.server.ts'
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
import type { MemberId } from '#app/kernel/ids.ts'
import { registerKind } from '#app/offerings/registry.server.ts'
import { acts } from '#app/offerings/testing/seat/acts.server.ts'
import { kind, type SeatFields } from '#app/offerings/testing/seat/kind.ts'
import { pages } from '#app/offerings/testing/seat/pages.server.ts'
import { readOrderPage } from '#app/reads/orders/order-page.server.ts'
import { readReceipt } from '#app/reads/orders/receipt.server.ts'
import { runChecks } from '#db/run-checks.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'

afterAll(stopProcessors)

const released: string[] = []
registerKind({
  kind,
  pages,
  acts: {
    ...acts,
    release: async (db, item) => {
      released.push(item.id)
      await acts.release(db, item)
    },
  },
})

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
  const { id, token } = placed.value
  const page = await startPayment(processor, tenant, { order: id, ...paymentUrls, at: monday })
  if (!page.ok) throw new Error(page.refusal)
  const session = page.value.split('/').at(-1) ?? ''
  const payAt = async (at: Instant) => {
    await payOnPage(page.value)
    return recordPayment(processor, tenant, { session, at })
  }
  return { id, token, payAt }
}

/** Creates a co-op with a workshop of three seats. */
async function createWorkshop() {
  const { tenant, members } = await createOpenCoOp('Amina')
  const [amina] = members
  if (!amina) throw new Error('A co-op needs a member.')
  const by = { id: amina, name: 'Amina' }
  const start = wednesday.toString()
  const fields: SeatFields = { start, minutes: 120, seats: 3, minor: 2000, mostMaterialMinor: 0 }
  const words = { title: 'Pruning', summary: 'Roses', body: '', fields }
  const change = { listing: null, kind: 'seat', words, by, at: monday }
  const written = await writeOwnListing(tenant, change)
  if (!written.ok) throw new Error(written.refusal)
  const shown = { listing: written.value, shown: true, by, at: monday }
  await showOwnListing(tenant.id, shown)
  return tenant
}

/** Builds a cart with an item for each of the given numbers of seats. */
function buildSeats(...counts: readonly number[]) {
  const items = counts.map((seats) => ({
    kind: 'seat',
    listing: 'pruning',
    choices: { seats },
    details: null,
  }))
  return { ...buildOrderRequest(wednesday), items }
}

async function itemIdsOf(order: string) {
  const rows = await owner<{ id: string }[]>`
    select id from order_items where order_id = ${order} order by position`
  return rows.map(({ id }) => id)
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

test('carts with the same times in another order wait for each other in turn, and each is placed', async () => {
  const names = ['Amina', 'Rosa', 'Lena', 'Nour', 'Ines', 'Tariq', 'Mara', 'Joan']
  const { tenant } = await createOpenCoOp(...names)
  const carts = names.map((_, index) =>
    index % 2 ? buildCart(wednesday, thursday) : buildCart(thursday, wednesday),
  )
  const placed = await Promise.all(carts.map((cart) => placeOrder(tenant, cart)))
  expect(placed.filter(({ ok }) => !ok)).toEqual([])
  const [deadlocks] = await owner`select deadlocks::int as n from pg_stat_database
    where datname = current_database()`
  expect(deadlocks?.['n']).toBe(0)
  await expectSoundBooks()
})

test('items of one cart share what is left of a listing, also when their payment comes late', async () => {
  const tenant = await createWorkshop()
  expect(await placeOrder(tenant, buildSeats(2, 2))).toEqual({ ok: false, refusal: 'slot-taken' })
  const cart = await openPayment(tenant, buildSeats(1, 2))
  expect(await placeOrder(tenant, buildSeats(1))).toMatchObject({ refusal: 'slot-taken' })

  await releaseLapsedHolds(tenant.id, late)
  const other = await openPayment(tenant, { ...buildSeats(1), at: late })
  expect(await cart.payAt(late)).toBe('returned')
  expect(await other.payAt(late)).toBe('paid')
  expect(await placeOrder(tenant, { ...buildSeats(2), at: late })).toMatchObject({ ok: true })
  await expectSoundBooks()
})

test('the kind of each item is told once that it lapsed, by the task or by the next order', async () => {
  released.length = 0
  const tenant = await createWorkshop()
  const request = buildSeats(1, 1)
  const byTask = await openPayment(tenant, request)
  expect(await releaseLapsedHolds(tenant.id, late)).toEqual([byTask.id])
  expect(released.splice(0)).toEqual(await itemIdsOf(byTask.id))
  const again = await placeOrder(tenant, { ...request, at: late })
  expect(again.ok && again.value.id).not.toBe(byTask.id)
  expect(released.splice(0)).toEqual([])

  const late2 = late.add({ minutes: 30 })
  const lapsed = again.ok ? await itemIdsOf(again.value.id) : []
  expect(await placeOrder(tenant, { ...buildSeats(3), at: late2 })).toMatchObject({ ok: true })
  expect(released.splice(0)).toEqual(lapsed)

  const held = await openPayment(tenant, { ...buildCart(wednesday), at: late2 })
  const after = late2.add({ minutes: 30 })
  expect(await placeOrder(tenant, buildOrderRequest(wednesday, { at: after }))).toMatchObject({
    ok: true,
  })
  expect(await owner`select state from orders where id = ${held.id}`).toEqual([{ state: 'lapsed' }])
  await expectSoundBooks()
})

test('the page of a cart offers for each item what its flow does: review the settled one, cancel and move the open one', async () => {
  const { tenant } = await createOpenCoOp('Amina', 'Rosa')
  const deep = buildOrderRequest(wednesday, { listing: 'deep-clean' })
  const regular = buildCart(wednesday)
  const cart = await openPayment(tenant, { ...regular, items: [...regular.items, ...deep.items] })
  expect(await cart.payAt(monday)).toBe('paid')
  const shown = async (at: Instant) => {
    const page = await readOrderPage(tenant, cart.token, at)
    const [first, second] = page?.items ?? []
    if (!page || !first || !second) throw new Error('The order has no page.')
    return { page, first, second }
  }
  const before = await shown(monday)
  expect(before).toMatchObject({ first: { moves: true }, second: { moves: true } })
  expect(before.page.team).toHaveLength(2)
  const [member] = before.first.earners as MemberId[]
  if (!member) throw new Error('Nobody earns by the item.')
  const order = cart.id
  const over = wednesday.add({ hours: 3 })
  for (const [act, at] of [
    [acceptJob, monday],
    [checkIn, wednesday],
    [checkOut, over],
  ] as const)
    expect(await act(tenant.id, { order, member, at })).toMatchObject({ ok: true })

  const { page, first, second } = await shown(monday)
  expect(page).toMatchObject({ begun: false, title: 'Regular clean · Deep clean' })
  expect(first).toMatchObject({ settled: true, moves: false, cancels: false })
  expect(second).toMatchObject({ settled: false, moves: true, cancels: true })
  const said = { order, stars: 5, body: 'Spotless', at: over }
  expect(await writeReview(tenant.id, { ...said, item: second.id })).toMatchObject({ ok: false })
  expect(await writeReview(tenant.id, { ...said, item: first.id })).toMatchObject({ ok: true })

  const wish = { by: 'customer', reason: '', item: second.id, at: monday } as const
  expect(await cancelOrder(tenant, order, wish)).toMatchObject({
    ok: true,
    value: { returned: { minor: page.cancelling.returned } },
  })
  const letters = await owner<{ template: string; title: string }[]>`
    select template, data->>'title' as title from mails
    where template in ('order-item-cancelled', 'order-cancelled', 'job-cancelled')
      and data->>'code' = ${page.code} order by template`
  expect(letters).toEqual([
    { template: 'job-cancelled', title: 'Deep clean' },
    { template: 'order-item-cancelled', title: 'Deep clean' },
  ])
  const receipt = await readReceipt(tenant, cart.token)
  expect(new Set(receipt?.lines.map(({ item }) => item))).toEqual(
    new Set(['Regular clean', 'Deep clean']),
  )
  expect((await shown(over)).first.review).toMatchObject({ stars: 5 })
  await expectSoundBooks()
})

test('a checkout that meets others until it gives up says so, and does not say that the time is taken', async () => {
  const tenant = await createWorkshop()
  const deadlock = Object.assign(new Error('deadlock detected'), { code: '40P01' })
  registerKind({ kind, pages, acts: { ...acts, prepare: () => Promise.reject(deadlock) } })
  expect(await placeOrder(tenant, buildSeats(1))).toEqual({ ok: false, refusal: 'try-again' })
})

test('a worker who earns by two items of an order does both, and each is settled', async () => {
  const { tenant, members } = await createOpenCoOp('Amina')
  const member = members[0] as MemberId
  const { id, payAt } = await openPayment(tenant, buildCart(wednesday, thursday))
  expect(await payAt(monday)).toBe('paid')
  for (const day of [wednesday, thursday])
    for (const [step, at] of [
      [acceptJob, day],
      [checkIn, day],
      [checkOut, day.add({ hours: 2 })],
    ] as const)
      expect(await step(tenant.id, { order: id, member, at })).toMatchObject({ ok: true })
  const rows = await owner`select state from order_items where order_id = ${id}`
  expect(rows.map(({ state }) => state)).toEqual(['settled', 'settled'])
})

test('a step that a visit does not have is refused, and checks nobody out', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const { id, payAt } = await openPayment(tenant, buildCart(wednesday))
  await payAt(monday)
  const job = { order: id, member: members[0] as MemberId, at: wednesday }
  await checkIn(tenant.id, job)
  expect(await doStep(tenant.id, { ...job, step: 'arived' })).toMatchObject({
    refusal: 'no-such-step',
  })
  const rows = await owner`select state from order_items where order_id = ${id}`
  expect(rows.map(({ state }) => state)).toEqual(['paid'])
})
