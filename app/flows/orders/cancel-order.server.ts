import { settledLines } from '#app/domains/books/journals.ts'
import { postJournal } from '#app/domains/books/post-journal.server.ts'
import { retainedParts } from '#app/domains/books/split.ts'
import { cancel, type Cancelling } from '#app/domains/orders/change-state.server.ts'
import { bookingsOf, type Order, orderById } from '#app/domains/orders/find-order.server.ts'
import { requestRefund, paymentOf } from '#app/domains/payments/payment.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { OrderId } from '#app/kernel/ids.ts'
import { type Money } from '#app/kernel/money.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, touchContent, type TenantDb } from '#tenants/scope.server.ts'
import { mailTeam } from '#app/flows/mail/mail-team.server.ts'
import { promiseFigures } from '#app/flows/books/promise-figures.server.ts'
import { cancellationOf, priceOf } from '#app/rules/orders/cancellation.server.ts'
import { jobData, mailCustomer } from '#app/flows/mail/mail-customer.server.ts'
import { partsOf, workersOf } from '#app/rules/orders/parts-of-order.server.ts'

export type CancelRefusal = 'order-not-found' | 'order-not-cancellable' | 'work-has-begun'

/**
 * Cancels an order that is not done yet. What the charter lets the co-op keep is split like a sale; the rest goes back
 * to the customer. An order that nobody paid for is simply off.
 */
export function cancelOrder(
  tenant: Tenant,
  id: OrderId,
  cancelling: Cancelling,
): Promise<Outcome<{ returned: Money }, CancelRefusal>> {
  return inTenant(tenant.id, async (db) => {
    const order = await orderById(db, id, true)
    if (!order) return refused('order-not-found')
    if (order.state !== 'paid' && order.state !== 'placed') return refused('order-not-cancellable')
    const bookings = await bookingsOf(db, order.id)
    if (cancelling.by === 'customer' && bookings.some(({ checkedInAt }) => checkedInAt))
      return refused('work-has-begun')
    const { kept, returned } = await cancellationOf(db, order, cancelling)
    if (order.state === 'paid')
      await shareOutRetained(db, order, { kept, returned, at: cancelling.at })
    const team = bookings.map(({ memberId }) => memberId)
    await cancel(db, order.id, cancelling)
    await touchContent(db, tenant.id)
    const letter = letterOf(order, { kept, returned })
    await mailCustomer(db, letter, { order, at: cancelling.at, amount: returned })
    await mailTeam(db, team, { template: 'job-cancelled', data: jobData(order), at: cancelling.at })
    return done({ returned })
  })
}

function letterOf({ state }: Order, { kept, returned }: { kept: Money; returned: Money }) {
  if (state !== 'paid') return 'order-cancelled-unpaid'
  if (returned.minor === 0n) return 'order-cancelled-kept'
  return kept.minor > 0n ? 'order-cancelled-part' : 'order-cancelled'
}

async function shareOutRetained(
  db: TenantDb,
  order: Order,
  { kept, returned, at }: { kept: Money; returned: Money; at: Instant },
): Promise<void> {
  const payment = await paymentOf(db, order.id)
  if (!payment) throw new Error('A paid order without its payment.')
  const parts = retainedParts(await partsOf(db, order), await priceOf(db, order), kept)
  await postJournal(db, {
    occasion: `cancelled:${order.id}`,
    kind: 'cancelled',
    currency: order.currency,
    order: order.id,
    at,
    lines: settledLines(parts, workersOf(await bookingsOf(db, order.id)), returned),
  })
  await promiseFigures(db)
  if (returned.minor === 0n) return
  const refund = await requestRefund(db, payment, { amount: returned, reason: 'cancelled', at })
  await promiseTask(db, { task: 'send-refund', payload: { tenant: db.tenant, refund } })
}
