import { capturedLines } from '#app/domains/books/journals.ts'
import { postJournal } from '#app/domains/books/post-journal.server.ts'
import { confirmOrder } from '#app/domains/orders/change-state.server.ts'
import { setEarners } from '#app/domains/orders/earners.server.ts'
import { type Item, type Order, orderById } from '#app/domains/orders/find-order.server.ts'
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
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { mailTeam } from '#app/flows/mail/mail-team.server.ts'
import { settleItem } from '#app/flows/orders/settle-order.server.ts'
import { jobData, mailCustomer } from '#app/flows/mail/mail-customer.server.ts'

type Captured = Extract<PaymentStatus, { state: 'captured' }>
export type Recorded = 'paid' | 'returned' | 'waiting' | 'closed' | 'unknown'

/**
 * Asks the processor what became of a payment page, and writes it down: once, whoever asks and however often. Events,
 * the customer's return and timers all come here, so none of them has to arrive, or arrive first.
 */
export async function recordPayment(
  processor: Processor,
  tenant: Tenant,
  { session, at }: { session: string; at: Instant },
): Promise<Recorded> {
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

/** The money is there: the books say so in the same transaction as the order. Money for an order that is no more goes back. */
async function applyCapture(
  db: TenantDb,
  tenant: Tenant,
  { payment, found, at }: Capture,
): Promise<Recorded> {
  const order = await orderById(db, payment.orderId, true)
  if (!order) throw new Error('A payment without its order.')
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
    (order.state === 'lapsed' && (await retaken(db, tenant, { order, at })))
  ) {
    await nowPaid(db, { order, at })
    return 'paid'
  }
  await returnPayment(db, { order, payment, amount: found.amount, at })
  return 'returned'
}

type Late = { readonly order: Order; readonly at: Instant }

/** A payment that came after its time was released: what the order had reserved is taken again if all of it is free. */
async function retaken(db: TenantDb, tenant: Tenant, { order, at }: Late): Promise<boolean> {
  for (const item of order.items)
    if (!(await actsOf(item.kind).retake(db, tenant, { item, at }))) return false
  return true
}

/** Each item is its earners' from now on; one that leaves nothing to do is settled in the same moment. */
async function nowPaid(db: TenantDb, { order, at }: Late): Promise<void> {
  let now = await confirmOrder(db, order, at)
  await mailCustomer(db, 'order-paid', { order: now, at })
  for (const item of order.items) {
    const { earners, settles } = await actsOf(item.kind).confirm(db, item)
    await setEarners(db, item.id, earners, at)
    if (settles) now = await settleItem(db, now, { item: item.id, at })
    else await offerJob(db, { order, item, team: earners.map(({ member }) => member), at })
  }
}

type Offered = Late & { readonly item: Item; readonly team: readonly MemberId[] }

async function offerJob(db: TenantDb, { order, item, team, at }: Offered): Promise<void> {
  await mailTeam(db, team, { template: 'job-offered', data: await jobData(db, order, item), at })
}

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
