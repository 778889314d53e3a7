import { capturedLines } from '#app/domains/books/journals.ts'
import { postJournal } from '#app/domains/books/post-journal.server.ts'
import { confirm, releaseBookings } from '#app/domains/orders/change-state.server.ts'
import { bookingsOf, type Order, orderById } from '#app/domains/orders/find-order.server.ts'
import { NOTICE_HOURS } from '#app/domains/orders/order.ts'
import { holdTeam } from '#app/domains/orders/place.server.ts'
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
import type { Money } from '#app/kernel/money.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { jobData, mailCustomer } from '#app/flows/mail/mail-customer.server.ts'
import { mailTeam } from '#app/flows/mail/mail-team.server.ts'
import { freeTeam } from '#app/flows/jobs/free-team.server.ts'

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
    (order.state === 'lapsed' && (await heldAgain(db, tenant, { order, at })))
  ) {
    await confirm(db, order.id, at)
    await notifyPaid(db, { order, at })
    return 'paid'
  }
  await returnPayment(db, { order, payment, amount: found.amount, at })
  return 'returned'
}

/** A payment that came after its time was let go: the time is taken again if it is still free. */
async function heldAgain(
  db: TenantDb,
  tenant: Tenant,
  { order, at }: { order: Order; at: Instant },
): Promise<boolean> {
  if (!order.startsAt || !order.endsAt) return false
  const during = { from: order.startsAt, until: order.endsAt }
  if (during.from.epochMilliseconds < at.add({ hours: NOTICE_HOURS }).epochMilliseconds)
    return false
  const team = await freeTeam(db, tenant, { at, during, teamSize: order.teamSize })
  if (!team.ok) return false
  await releaseBookings(db, order.id)
  await holdTeam(db, order.id, { team: team.value, during })
  return true
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

async function notifyPaid(
  db: TenantDb,
  { order, at }: { order: Order; at: Instant },
): Promise<void> {
  await mailCustomer(db, 'order-paid', { order, at })
  const team = (await bookingsOf(db, order.id)).map(({ memberId }) => memberId)
  await mailTeam(db, team, { template: 'job-offered', data: jobData(order), at })
}
