import { refundedLines } from '#app/domains/books/journals.ts'
import { postJournal } from '#app/domains/books/post-journal.server.ts'
import { retainedParts } from '#app/domains/books/split.ts'
import { denialOf } from '#app/domains/members/actor.server.ts'
import { mayRefund, type RightsRefusal } from '#app/domains/members/may.ts'
import { bookingsOf, orderById } from '#app/domains/orders/find-order.server.ts'
import { requestRefund, paymentOf } from '#app/domains/payments/payment.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, OrderId, RefundId } from '#app/kernel/ids.ts'
import { type Money, money } from '#app/kernel/money.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { promiseFigures } from '#app/flows/books/promise-figures.server.ts'
import { mailCustomer } from '#app/flows/mail/mail-customer.server.ts'
import { partsOf, workersOf } from '#app/rules/orders/parts-of-order.server.ts'

export type RefundRefusal =
  | 'order-not-found'
  | 'order-not-refundable'
  | 'refund-too-large'
  | 'refund-too-small'
  | RightsRefusal

type RefundRequest = {
  readonly amount: Money
  readonly reason: string
  readonly by: { readonly id: MemberId }
  readonly at: Instant
}

/**
 * Gives money back after the work was done, in full or in part, by the split backwards: each takes back its part of
 * what it got. What the card cost is not given back by anybody, and the co-op bears it.
 */
export function refundOrder(
  tenant: Tenant,
  id: OrderId,
  { amount, reason, by, at }: RefundRequest,
): Promise<Outcome<RefundId, RefundRefusal>> {
  return inTenant(tenant.id, async (db) => {
    const denial = await denialOf(db, by.id, mayRefund)
    if (denial) return denial
    const order = await orderById(db, id, true)
    if (!order) return refused('order-not-found')
    const payment = await paymentOf(db, id)
    if (order.state !== 'done' || payment?.state !== 'captured')
      return refused('order-not-refundable')
    if (amount.minor <= 0n) return refused('refund-too-small')
    if (payment.refundedMinor + amount.minor > payment.amountMinor)
      return refused('refund-too-large')

    const paid = money(order.totalMinor, order.currency)
    const parts = await partsOf(db, order)
    const before = retainedParts(
      parts,
      paid,
      money(paid.minor - payment.refundedMinor, order.currency),
    )
    const after = retainedParts(
      parts,
      paid,
      money(paid.minor - payment.refundedMinor - amount.minor, order.currency),
    )
    const refund = await requestRefund(db, payment, { amount, reason, at })
    await postJournal(db, {
      occasion: `refunded:${refund}`,
      kind: 'refunded',
      currency: order.currency,
      order: id,
      at,
      lines: refundedLines(before, after, workersOf(await bookingsOf(db, id))),
    })
    await promiseFigures(db)
    await promiseTask(db, { task: 'send-refund', payload: { tenant: db.tenant, refund } })
    await mailCustomer(db, 'order-refunded', { order, at, amount })
    return done(refund)
  })
}
