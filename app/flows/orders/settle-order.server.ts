import { settledLines } from '#app/domains/books/journals.ts'
import { postJournal } from '#app/domains/books/post-journal.server.ts'
import { recordSettled } from '#app/domains/orders/change-state.server.ts'
import { earnersOf } from '#app/domains/orders/earners.server.ts'
import type { Item, Order } from '#app/domains/orders/find-order.server.ts'
import { writeLines } from '#app/domains/orders/place.server.ts'
import { requestRefund, paymentOf } from '#app/domains/payments/payment.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { money } from '#app/kernel/money.ts'
import { type PriceLine, totalOf } from '#app/kernel/price-line.ts'
import { partsOf } from '#app/rules/orders/parts-of-order.server.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { promiseFigures } from '#app/flows/books/promise-figures.server.ts'
import { mailCustomer } from '#app/flows/mail/mail-customer.server.ts'

/** Settles every paid item of an order. */
export async function settleOrder(db: TenantDb, order: Order, at: Instant): Promise<void> {
  let current = order
  for (const { id } of order.items) current = await settleItem(db, current, { item: id, at })
}

type Settlement = {
  readonly item: Item['id']
  readonly at: Instant
  /** The final price lines of an item whose price was open. */
  readonly final?: readonly PriceLine[] | undefined
}

/**
 * Settles an item whose work is done. It splits the held payment among the earners, the federation and the co-op, by the
 * charter that priced the order, and refunds what was paid above the final price. The order and the books change in one
 * transaction. It changes nothing when the item is settled already. Returns the order as it is afterwards.
 *
 * @throws RangeError if the final price is above what the customer agreed to, or if an open price has no final lines.
 */
export async function settleItem(
  db: TenantDb,
  order: Order,
  { item: id, at, final }: Settlement,
): Promise<Order> {
  const item = order.items.find((one) => one.id === id)
  if (item?.state !== 'paid') return order
  const finalMinor = await fixFinalPrice(db, order, item, final)
  const paid = money(item.mostMinor, order.currency)
  const returned = money(paid.minor - finalMinor, order.currency)
  const earners = await earnersOf(db, item.id)
  await postJournal(db, {
    occasion: `settled:${item.id}`,
    kind: 'settled',
    currency: order.currency,
    order: order.id,
    item: item.id,
    at,
    lines: settledLines(await partsOf(db, order, { ...item, finalMinor }), earners, returned),
  })
  const after = await recordSettled(db, order, item, { finalMinor, at })
  if (returned.minor > 0n) await refundDifference(db, order, { item, returned, at })
  const settled = after.items.find((one) => one.id === id) ?? item
  await mailCustomer(db, 'work-done', { order: after, item: settled, at })
  await promiseFigures(db)
  return after
}

/**
 * Returns the final price of an item in minor units. It saves the lines of a price that was open until now.
 *
 * @throws RangeError if there are no final lines for an open price, or if the price is above its bound.
 */
async function fixFinalPrice(
  db: TenantDb,
  { currency }: Order,
  item: Item,
  final: readonly PriceLine[] | undefined,
): Promise<bigint> {
  if (item.finalMinor !== null) return item.finalMinor
  if (!final) throw new RangeError('Settling an item with an open price needs its final lines.')
  const { minor } = totalOf(final, currency)
  if (minor < 0n || minor > item.mostMinor)
    throw new RangeError('An item came to more than its customer agreed to.')
  await writeLines(db, [{ id: item.id, lines: final }], 'final')
  return minor
}

async function refundDifference(
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
  if (!payment) throw new Error('A paid item has no payment.')
  const reason = 'came-to-less'
  const refund = await requestRefund(db, payment, { amount: returned, reason, item: item.id, at })
  await promiseTask(db, { task: 'send-refund', payload: { tenant: db.tenant, refund } })
}
