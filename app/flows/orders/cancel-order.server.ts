import { settledLines } from '#app/domains/books/journals.ts'
import { postJournal } from '#app/domains/books/post-journal.server.ts'
import { retainedParts } from '#app/domains/books/split.ts'
import { cancelItems, type CancellationCause } from '#app/domains/orders/change-state.server.ts'
import { type Earner, earnersOf, setEarners } from '#app/domains/orders/earners.server.ts'
import { type Item, type Order, orderById } from '#app/domains/orders/find-order.server.ts'
import { requestRefund, paymentOf } from '#app/domains/payments/payment.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId, OrderId } from '#app/kernel/ids.ts'
import { type Money, money, sum } from '#app/kernel/money.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import {
  cancellableItems,
  type Cancellation,
  cancellationOf,
} from '#app/rules/orders/cancellation.server.ts'
import { partsOf, priceOf } from '#app/rules/orders/parts-of-order.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, touchContent, type TenantDb } from '#tenants/scope.server.ts'
import { mailTeam } from '#app/flows/mail/mail-team.server.ts'
import { promiseFigures } from '#app/flows/books/promise-figures.server.ts'
import { jobData, mailCustomer } from '#app/flows/mail/mail-customer.server.ts'

export type CancelRefusal = 'order-not-found' | 'order-not-cancellable' | 'work-has-begun'

/**
 * Cancels the open items of an order, or one item of a paid order. The amount that the charter lets the co-op retain is
 * split like a sale, and the rest is refunded to the customer. An unpaid order is cancelled without a payment. It releases
 * what the items reserved, and mails the customer and the teams.
 */
export function cancelOrder(
  tenant: Tenant,
  id: OrderId,
  request: CancellationCause & { readonly item?: ItemId },
): Promise<Outcome<{ returned: Money }, CancelRefusal>> {
  return inTenant(tenant.id, async (db) => {
    const order = await orderById(db, id, true)
    if (!order) return refused('order-not-found')
    const items = cancellableItems(order, request.item)
    if (items.length === 0) return refused('order-not-cancellable')
    const cancellations = await readCancellations(db, order, { items, request })
    if (request.by === 'customer' && cancellations.some(({ begun }) => begun))
      return refused('work-has-begun')
    for (const cancelled of cancellations) {
      if (order.state === 'paid')
        await postCancellation(db, order, { ...cancelled, at: request.at })
      await actsOf(cancelled.item.kind).release(db, cancelled.item)
    }
    await cancelItems(db, order, items, request)
    await touchContent(db, tenant.id)
    const returned = sum(
      cancellations.map((cancelled) => cancelled.returned),
      order.currency,
    )
    const retained = sum(
      cancellations.map(({ retained }) => retained),
      order.currency,
    )
    await mailCancellation(db, order, { cancellations, retained, returned, at: request.at })
    return done({ returned })
  })
}

type CancelledItem = Cancellation & { readonly item: Item; readonly earners: readonly Earner[] }

/** Reads for each item what cancelling it retains and returns, and who would have earned by it. */
async function readCancellations(
  db: TenantDb,
  order: Order,
  { items, request }: { readonly items: readonly Item[]; readonly request: CancellationCause },
): Promise<CancelledItem[]> {
  const cancellations: CancelledItem[] = []
  for (const item of items) {
    const cancellation = await cancellationOf(db, order, item, request)
    cancellations.push({
      ...cancellation,
      item,
      earners: await earnersOf(db, item.id),
    })
  }
  return cancellations
}

type CancelledAmounts = { readonly retained: Money; readonly returned: Money }
type CancellationNews = CancelledAmounts & {
  readonly cancellations: readonly CancelledItem[]
  readonly at: Instant
}

/** Mails the customer, and each team about its own item. One item of several is named, because the rest stays. */
async function mailCancellation(
  db: TenantDb,
  order: Order,
  { cancellations, at, ...amounts }: CancellationNews,
): Promise<void> {
  const [only] = cancellations
  const letter = { order, at, amount: amounts.returned }
  if (only && cancellations.length < order.items.length && cancellations.length === 1)
    await mailCustomer(db, chooseItemLetter(amounts), { ...letter, item: only.item })
  else await mailCustomer(db, chooseLetter(order, amounts), letter)
  for (const { earners, item } of cancellations) {
    const team = earners.map(({ member }) => member)
    const data = await jobData(db, order, item)
    await mailTeam(db, team, { template: 'job-cancelled', data, at })
  }
}

function chooseItemLetter({ retained, returned }: CancelledAmounts) {
  if (returned.minor === 0n) return 'order-item-cancelled-kept'
  return retained.minor > 0n ? 'order-item-cancelled-part' : 'order-item-cancelled'
}

function chooseLetter({ state }: Order, { retained, returned }: CancelledAmounts) {
  if (state !== 'paid') return 'order-cancelled-unpaid'
  if (returned.minor === 0n) return 'order-cancelled-kept'
  return retained.minor > 0n ? 'order-cancelled-part' : 'order-cancelled'
}

/** Posts the journal of a cancelled item that was paid, ends its earners' claims, and requests the refund. */
async function postCancellation(
  db: TenantDb,
  order: Order,
  { item, earners, retained, returned, at }: CancelledItem & { readonly at: Instant },
): Promise<void> {
  const payment = await paymentOf(db, order.id)
  if (!payment) throw new Error('A paid order has no payment.')
  const parts = retainedParts(
    await partsOf(db, order, item),
    await priceOf(db, order, item),
    retained,
  )
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
