import { capturedLines } from '#app/domains/books/journals.ts'
import { postJournal } from '#app/domains/books/post-journal.server.ts'
import { confirmOrder } from '#app/domains/orders/change-state.server.ts'
import { setEarners } from '#app/domains/orders/earners.server.ts'
import { type Item, linesOf, type Order, orderById } from '#app/domains/orders/find-order.server.ts'
import {
  requestRefund,
  recordCapture,
  recordFailure,
  type Payment,
  paymentBySession,
} from '#app/domains/payments/payment.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { PaymentStatus, Processor } from '#app/gateways/processor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import type { Money } from '#app/kernel/money.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { advisoryLocks, inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { mailTeam } from '#app/flows/mail/mail-team.server.ts'
import { releaseExpired, releaseItems } from '#app/flows/orders/release-lapsed-holds.server.ts'
import { settleItem } from '#app/flows/orders/settle-order.server.ts'
import { jobData, mailCustomer } from '#app/flows/mail/mail-customer.server.ts'

type Captured = Extract<PaymentStatus, { state: 'captured' }>
export type RecordedState = 'paid' | 'returned' | 'waiting' | 'closed' | 'unknown'

/**
 * Asks the processor for the state of a payment page and records it once, however often it is called. Events, the
 * customer's return and timers all call it, so that none of them has to arrive, or to arrive first.
 */
export async function recordPayment(
  processor: Processor,
  tenant: Tenant,
  { session, at }: { session: string; at: Instant },
): Promise<RecordedState> {
  const account = await inTenant(
    tenant.id,
    async (db) => (await paymentBySession(db, session))?.account,
    {},
  )
  if (!account) return 'unknown'
  const found = await processor.findPayment({ account, session })
  if (found.state === 'open') return 'waiting'
  return inTenant(tenant.id, async (db) => {
    const payment = await paymentBySession(db, session)
    if (!payment) return 'unknown'
    if (payment.state === 'captured') return 'paid'
    if (found.state === 'captured') return applyCapture(db, tenant, { payment, found, at })
    await recordFailure(db, payment.id, 'closed')
    return 'closed'
  })
}

type Capture = { readonly payment: Payment; readonly found: Captured; readonly at: Instant }

/**
 * Records a captured payment in the books and on the order in one transaction. It confirms an order that is placed, or
 * one that has lapsed if its time is still free. Otherwise it refunds the payment.
 */
async function applyCapture(
  db: TenantDb,
  tenant: Tenant,
  { payment, found, at }: Capture,
): Promise<RecordedState> {
  const order = await orderById(db, payment.orderId, true)
  if (!order) throw new Error('A payment has no order.')
  await recordCapture(db, payment.id, { ...found, at })
  await postJournal(db, {
    occasion: `captured:${payment.id}`,
    kind: 'captured',
    currency: order.currency,
    order: order.id,
    at,
    lines: capturedLines(found.amount, found.card),
  })
  if (
    order.state === 'placed' ||
    (order.state === 'lapsed' && (await retakeItems(db, tenant, { order, at })))
  ) {
    await completePayment(db, { order, at })
    return 'paid'
  }
  await returnPayment(db, { order, payment, amount: found.amount, at })
  return 'returned'
}

type OrderAtTime = { readonly order: Order; readonly at: Instant }

/**
 * Reserves again what a lapsed order had reserved. If a part of it is no longer free, it releases the rest and returns
 * false.
 */
async function retakeItems(
  db: TenantDb,
  tenant: Tenant,
  { order, at }: OrderAtTime,
): Promise<boolean> {
  const locks = order.items.map((item) => actsOf(item.kind).locksOf(db, tenant, item))
  await advisoryLocks(db, (await Promise.all(locks)).flat())
  await releaseExpired(db, at)
  const retaken: Item[] = []
  for (const item of order.items) {
    if (await actsOf(item.kind).retake(db, tenant, { item, beside: retaken, at })) {
      retaken.push(item)
      continue
    }
    await releaseItems(db, retaken)
    return false
  }
  return true
}

/**
 * Marks an order as paid, sets the earners of each item, and mails the customer and the teams. It settles the items that
 * need no work at once.
 */
async function completePayment(db: TenantDb, { order, at }: OrderAtTime): Promise<void> {
  let current = await confirmOrder(db, order, at)
  await mailCustomer(db, 'order-paid', { order: current, at })
  for (const item of order.items) {
    const confirmed = await actsOf(item.kind).confirm(db, item)
    const { earners } = confirmed
    await setEarners(db, item.id, earners, at)
    if (confirmed.settles) {
      const final = confirmed.final ?? (await linesOf(db, item, order))
      current = await settleItem(db, current, { item: item.id, at, final })
    } else await offerJob(db, { order, item, team: earners.map(({ member }) => member), at })
  }
}

type JobOffer = OrderAtTime & { readonly item: Item; readonly team: readonly MemberId[] }

async function offerJob(db: TenantDb, { order, item, team, at }: JobOffer): Promise<void> {
  await mailTeam(db, team, { template: 'job-offered', data: await jobData(db, order, item), at })
}

/** Requests the refund of a payment whose order can no longer be confirmed, and mails the customer. */
async function returnPayment(
  db: TenantDb,
  { order, payment, amount, at }: { order: Order; payment: Payment; amount: Money; at: Instant },
): Promise<void> {
  const refund = await requestRefund(db, payment, { amount, reason: 'late', at })
  await postJournal(db, {
    occasion: `returned:${payment.id}`,
    kind: 'returned',
    currency: order.currency,
    order: order.id,
    at,
    lines: [
      { account: 'held', minor: amount.minor },
      { account: 'clearing', minor: -amount.minor },
    ],
  })
  await promiseTask(db, { task: 'send-refund', payload: { tenant: db.tenant, refund } })
  await mailCustomer(db, 'payment-late-refunded', { order, at })
}
