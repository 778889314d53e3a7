import { settledLines } from '#app/domains/books/journals.ts'
import { postJournal } from '#app/domains/books/post-journal.server.ts'
import { retainedParts } from '#app/domains/books/split.ts'
import { cancelItems, type CancellationCause } from '#app/domains/orders/change-state.server.ts'
import { type Earner, setEarners } from '#app/domains/orders/earners.server.ts'
import { type Item, type Order, orderById } from '#app/domains/orders/find-order.server.ts'
import { requestRefund, paymentOf } from '#app/domains/payments/payment.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId, OrderId } from '#app/kernel/ids.ts'
import { type Money, money, sum } from '#app/kernel/money.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import { type Cancellation, cancellationOf } from '#app/rules/orders/cancellation.server.ts'
import { partsOf, priceOf } from '#app/rules/orders/parts-of-order.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, touchContent, type TenantDb } from '#tenants/scope.server.ts'
import { mailTeam } from '#app/flows/mail/mail-team.server.ts'
import { promiseFigures } from '#app/flows/books/promise-figures.server.ts'
import { jobData, mailCustomer } from '#app/flows/mail/mail-customer.server.ts'

export type CancelRefusal = 'order-not-found' | 'order-not-cancellable' | 'work-has-begun'

/**
 * Cancels what of an order is not done yet: all of it, or one item of it once it is paid. What the charter lets the
 * co-op keep is split like a sale; the rest goes back to the customer. An order that nobody paid for is simply off.
 */
export function cancelOrder(
  tenant: Tenant,
  id: OrderId,
  cancelling: CancellationCause & { readonly item?: ItemId },
): Promise<Outcome<{ returned: Money }, CancelRefusal>> {
  return inTenant(tenant.id, async (db) => {
    const order = await orderById(db, id, true)
    if (!order) return refused('order-not-found')
    const paid = order.state === 'paid'
    if (!paid && order.state !== 'placed') return refused('order-not-cancellable')
    const open = order.items.filter(({ state }) => state === order.state)
    const items = cancelling.item && paid ? open.filter((one) => one.id === cancelling.item) : open
    if (items.length === 0) return refused('order-not-cancellable')
    const terms = await termsOf(db, order, { items, cancelling })
    if (cancelling.by === 'customer' && terms.some(({ begun }) => begun))
      return refused('work-has-begun')
    for (const one of terms) {
      if (paid) await shareOutRetained(db, order, { ...one, at: cancelling.at })
      await actsOf(one.item.kind).release(db, one.item)
    }
    await cancelItems(db, order, items, cancelling)
    await touchContent(db, tenant.id)
    const total = (of: (one: Cancellation) => Money) => sum(terms.map(of), order.currency)
    const returned = total((one) => one.returned)
    const letter = letterOf(order, { kept: total((one) => one.retained), returned })
    await mailCustomer(db, letter, { order, at: cancelling.at, amount: returned })
    const data = await jobData(db, order)
    for (const { earners } of terms) {
      const team = earners.map(({ member }) => member)
      await mailTeam(db, team, { template: 'job-cancelled', data, at: cancelling.at })
    }
    return done({ returned })
  })
}

type Term = Cancellation & { readonly item: Item; readonly earners: readonly Earner[] }

/** What cancelling each item keeps and returns, and who was to earn by it. */
async function termsOf(
  db: TenantDb,
  order: Order,
  {
    items,
    cancelling,
  }: { readonly items: readonly Item[]; readonly cancelling: CancellationCause },
): Promise<Term[]> {
  const terms: Term[] = []
  for (const item of items) {
    const cancellation = await cancellationOf(db, order, item, cancelling)
    terms.push({ ...cancellation, item, earners: await actsOf(item.kind).earners(db, item) })
  }
  return terms
}

function letterOf({ state }: Order, { kept, returned }: { kept: Money; returned: Money }) {
  if (state !== 'paid') return 'order-cancelled-unpaid'
  if (returned.minor === 0n) return 'order-cancelled-kept'
  return kept.minor > 0n ? 'order-cancelled-part' : 'order-cancelled'
}

async function shareOutRetained(
  db: TenantDb,
  order: Order,
  { item, earners, retained: kept, returned, at }: Term & { readonly at: Instant },
): Promise<void> {
  const payment = await paymentOf(db, order.id)
  if (!payment) throw new Error('A paid order without its payment.')
  const parts = retainedParts(await partsOf(db, order, item), await priceOf(db, order, item), kept)
  await postJournal(db, {
    occasion: `cancelled:${item.id}`,
    kind: 'cancelled',
    currency: order.currency,
    order: order.id,
    item: item.id,
    at,
    lines: settledLines(parts, earners, returned),
  })
  await setEarners(db, item.id, [], at)
  await promiseFigures(db)
  if (returned.minor === 0n) return
  const refund = await requestRefund(db, payment, {
    amount: money(returned.minor, order.currency),
    reason: 'cancelled',
    item: item.id,
    at,
  })
  await promiseTask(db, { task: 'send-refund', payload: { tenant: db.tenant, refund } })
}
