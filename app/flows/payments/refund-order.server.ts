import { refundedLines } from '#app/domains/books/journals.ts'
import { postJournal } from '#app/domains/books/post-journal.server.ts'
import { retainedParts } from '#app/domains/books/split.ts'
import { denialOf } from '#app/domains/members/actor.server.ts'
import { mayRefund, type RightsRefusal } from '#app/domains/members/may.ts'
import { earnersOf } from '#app/domains/orders/earners.server.ts'
import { itemOf, orderById } from '#app/domains/orders/find-order.server.ts'
import { requestRefund, paymentOf, refundedMinorOf } from '#app/domains/payments/payment.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId, MemberId, OrderId, RefundId } from '#app/kernel/ids.ts'
import { type Money, money } from '#app/kernel/money.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { partsOf } from '#app/rules/orders/parts-of-order.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { promiseFigures } from '#app/flows/books/promise-figures.server.ts'
import { mailCustomer } from '#app/flows/mail/mail-customer.server.ts'

export type RefundRefusal =
  | 'order-not-found'
  | 'order-not-refundable'
  | 'refund-too-large'
  | 'refund-too-small'
  | RightsRefusal

type RefundRequest = {
  readonly amount: Money
  readonly reason: string
  /** The item to refund. It may be left out when the order has one item. */
  readonly item?: ItemId
  readonly by: { readonly id: MemberId }
  readonly at: Instant
}

/**
 * Refunds a settled item in full or in part, and reverses the split in proportion: each account returns its part of what
 * it received. The card company does not return its fee, which the co-op bears. Returns the id of the refund.
 *
 * @throws RangeError for an amount in another currency than the order's.
 */
export function refundOrder(
  tenant: Tenant,
  id: OrderId,
  { amount, reason, item: itemId, by, at }: RefundRequest,
): Promise<Outcome<RefundId, RefundRefusal>> {
  return inTenant(tenant.id, async (db) => {
    const denial = await denialOf(db, by.id, mayRefund)
    if (denial) return denial
    const order = await orderById(db, id, true)
    if (!order) return refused('order-not-found')
    if (amount.currency !== order.currency)
      throw new RangeError('A refund is in the currency of its order.')
    const payment = await paymentOf(db, id)
    const item = itemOf(order, itemId)
    if (item?.state !== 'settled' || item.finalMinor === null || payment?.state !== 'captured')
      return refused('order-not-refundable')
    if (amount.minor <= 0n) return refused('refund-too-small')
    const refunded = await refundedMinorOf(db, item.id)
    if (refunded + amount.minor > item.mostMinor) return refused('refund-too-large')

    const price = money(item.finalMinor, order.currency)
    const unrefunded = item.mostMinor - refunded
    const parts = await partsOf(db, order, item)
    const before = retainedParts(parts, price, money(unrefunded, order.currency))
    const after = retainedParts(parts, price, money(unrefunded - amount.minor, order.currency))
    const refund = await requestRefund(db, payment, { amount, reason, item: item.id, at })
    await postJournal(db, {
      occasion: `refunded:${refund}`,
      kind: 'refunded',
      currency: order.currency,
      order: id,
      item: item.id,
      at,
      lines: refundedLines(before, after, await earnersOf(db, item.id)),
    })
    await promiseFigures(db)
    await promiseTask(db, { task: 'send-refund', payload: { tenant: db.tenant, refund } })
    await mailCustomer(db, 'order-refunded', { order, at, amount })
    return done(refund)
  })
}
