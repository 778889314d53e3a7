import { settledLines } from '#app/domains/books/journals.ts'
import { postJournal } from '#app/domains/books/post-journal.server.ts'
import { recordSettled } from '#app/domains/orders/change-state.server.ts'
import { setEarners } from '#app/domains/orders/earners.server.ts'
import type { Item, Order } from '#app/domains/orders/find-order.server.ts'
import { writeLines } from '#app/domains/orders/place.server.ts'
import { requestRefund, paymentOf } from '#app/domains/payments/payment.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { money } from '#app/kernel/money.ts'
import { type PriceLine, totalOf } from '#app/kernel/price-line.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import { partsOf } from '#app/rules/orders/parts-of-order.server.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { promiseFigures } from '#app/flows/books/promise-figures.server.ts'
import { mailCustomer } from '#app/flows/mail/mail-customer.server.ts'

/** Settles every item of an order that is still to be settled. */
export async function settleOrder(db: TenantDb, order: Order, at: Instant): Promise<void> {
  let now = order
  for (const { id } of order.items) now = await settleItem(db, now, { item: id, at })
}

type Settling = {
  readonly item: Item['id']
  readonly at: Instant
  /** What it came to, where its price was open until now. */
  readonly final?: readonly PriceLine[] | undefined
}

/**
 * An item is done: the customer's money, held until now, becomes the earners', the federation's and the co-op's, by
 * the charter that priced the order; what it came to less than was paid goes back. Order and books change together or
 * not at all; a second time changes nothing.
 *
 * @throws RangeError if it came to more than the customer agreed to, or if nobody says what it came to.
 */
export async function settleItem(
  db: TenantDb,
  order: Order,
  { item: id, at, final }: Settling,
): Promise<Order> {
  const item = order.items.find((one) => one.id === id)
  if (item?.state !== 'paid') return order
  const finalMinor = await finalOf(db, order, item, final)
  const paid = money(item.mostMinor, order.currency)
  const returned = money(paid.minor - finalMinor, order.currency)
  const earners = await actsOf(item.kind).earners(db, item)
  await setEarners(db, item.id, earners, at)
  await postJournal(db, {
    occasion: `settled:${item.id}`,
    kind: 'settled',
    currency: order.currency,
    order: order.id,
    item: item.id,
    at,
    lines: settledLines(await partsOf(db, order, item), earners, returned),
  })
  const after = await recordSettled(db, order, item, { finalMinor, at })
  if (returned.minor > 0n) await giveBack(db, order, { item, returned, at })
  await mailCustomer(db, 'work-done', { order: after, at })
  await promiseFigures(db)
  return after
}

/** What an item came to. A price that was open is written down here, and is never above its bound. */
async function finalOf(
  db: TenantDb,
  { currency }: Order,
  item: Item,
  final: readonly PriceLine[] | undefined,
): Promise<bigint> {
  if (item.finalMinor !== null) return item.finalMinor
  if (!final) throw new RangeError('An item whose price is open is settled at what it came to.')
  const { minor } = totalOf(final, currency)
  if (minor < 0n || minor > item.mostMinor)
    throw new RangeError('An item came to more than its customer agreed to.')
  await writeLines(db, [{ id: item.id, lines: final }], 'final')
  return minor
}

async function giveBack(
  db: TenantDb,
  order: Order,
  {
    item,
    returned,
    at,
  }: {
    readonly item: Item
    readonly returned: ReturnType<typeof money>
    readonly at: Instant
  },
): Promise<void> {
  const payment = await paymentOf(db, order.id)
  if (!payment) throw new Error('A paid item without its payment.')
  const reason = 'came-to-less'
  const refund = await requestRefund(db, payment, { amount: returned, reason, item: item.id, at })
  await promiseTask(db, { task: 'send-refund', payload: { tenant: db.tenant, refund } })
}
