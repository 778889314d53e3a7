import { and, desc, eq, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import {
  type ItemId,
  newId,
  type OrderId,
  type PaymentId,
  type RefundId,
  type TenantId,
} from '#app/kernel/ids.ts'
import type { Money } from '#app/kernel/money.ts'
import { payments, processorAccounts, refunds } from '#db/schema/payments.ts'
import type { FederationDb, TenantDb } from '#tenants/scope.server.ts'

export type Payment = typeof payments.$inferSelect
export type Refund = typeof refunds.$inferSelect

/** Returns the co-op's account at the processor, if it is open. */
export async function processorAccountOf(db: TenantDb): Promise<string | undefined> {
  const [row] = await db
    .select({ account: processorAccounts.account })
    .from(processorAccounts)
    .where(eq(processorAccounts.tenantId, db.tenant))
  return row?.account
}

/** Saves which co-op a processor's account belongs to. */
export async function saveAccount(
  db: FederationDb,
  tenant: TenantId,
  { account, at }: { account: string; at: Instant },
): Promise<void> {
  await db
    .insert(processorAccounts)
    .values({ account, tenantId: tenant, createdAt: at })
    .onConflictDoNothing()
}

export async function tenantOfAccount(
  db: FederationDb,
  account: string,
): Promise<TenantId | undefined> {
  const [row] = await db
    .select({ tenant: processorAccounts.tenantId })
    .from(processorAccounts)
    .where(eq(processorAccounts.account, account))
  return row?.tenant
}

/** Returns the order's latest payment. */
export async function paymentOf(db: TenantDb, order: OrderId): Promise<Payment | undefined> {
  const [payment] = await db
    .select()
    .from(payments)
    .where(and(eq(payments.tenantId, db.tenant), eq(payments.orderId, order)))
    .orderBy(desc(payments.startedAt), desc(payments.id))
    .limit(1)
  return payment
}

/** Returns the payment of a processor's session, locked until commit. */
export async function paymentBySession(
  db: TenantDb,
  session: string,
): Promise<Payment | undefined> {
  const [payment] = await db
    .select()
    .from(payments)
    .where(and(eq(payments.tenantId, db.tenant), eq(payments.session, session)))
    .for('update')
  return payment
}

type NewPayment = {
  readonly order: OrderId
  readonly account: string
  readonly amount: Money
  readonly at: Instant
}

/** Records that a payment begins, before the processor is called, so that it is found after a crash. */
export async function beginPayment(
  db: TenantDb,
  { order, account, amount, at }: NewPayment,
): Promise<PaymentId> {
  const id = newId<PaymentId>()
  await db.insert(payments).values({
    tenantId: db.tenant,
    id,
    orderId: order,
    rail: 'card',
    account,
    currency: amount.currency,
    amountMinor: amount.minor,
    startedAt: at,
  })
  return id
}

export async function recordPage(
  db: TenantDb,
  id: PaymentId,
  page: { session: string; payUrl: string },
): Promise<void> {
  await db.update(payments).set(page).where(thisPayment(db, id))
}

export type Capture = { readonly ref: string; readonly card: Money; readonly at: Instant }

export async function recordCapture(
  db: TenantDb,
  id: PaymentId,
  { ref, card, at }: Capture,
): Promise<void> {
  await db
    .update(payments)
    .set({ state: 'captured', processorRef: ref, feeMinor: card.minor, capturedAt: at })
    .where(thisPayment(db, id))
}

export async function recordFailure(db: TenantDb, id: PaymentId, failure: string): Promise<void> {
  await db.update(payments).set({ state: 'failed', failure }).where(thisPayment(db, id))
}

type RefundRequest = {
  readonly amount: Money
  readonly reason: string
  /** The item that is refunded; absent when the whole payment is. */
  readonly item?: ItemId
  readonly at: Instant
}

/** Records a refund that is to be made. The database refuses refunds whose sum exceeds the payment. */
export async function requestRefund(
  db: TenantDb,
  payment: Payment,
  { amount, reason, item, at }: RefundRequest,
): Promise<RefundId> {
  const id = newId<RefundId>()
  await db
    .update(payments)
    .set({ refundedMinor: payment.refundedMinor + amount.minor })
    .where(thisPayment(db, payment.id))
  await db.insert(refunds).values({
    tenantId: db.tenant,
    id,
    paymentId: payment.id,
    orderId: payment.orderId,
    itemId: item ?? null,
    amountMinor: amount.minor,
    reason,
    askedAt: at,
  })
  return id
}

/** Returns the sum of an item's refunds in minor units, for any reason. */
export async function refundedMinorOf(db: TenantDb, item: ItemId): Promise<bigint> {
  const [row] = await db
    .select({ minor: sql<string>`coalesce(sum(${refunds.amountMinor}), 0)` })
    .from(refunds)
    .where(and(eq(refunds.tenantId, db.tenant), eq(refunds.itemId, item)))
  return BigInt(row?.minor ?? 0)
}

export async function refundById(
  db: TenantDb,
  id: RefundId,
): Promise<{ refund: Refund; payment: Payment } | undefined> {
  const [row] = await db
    .select({ refund: refunds, payment: payments })
    .from(refunds)
    .innerJoin(payments, and(eq(payments.tenantId, db.tenant), eq(payments.id, refunds.paymentId)))
    .where(and(eq(refunds.tenantId, db.tenant), eq(refunds.id, id)))
  return row
}

export async function recordRefund(
  db: TenantDb,
  id: RefundId,
  { ref, at }: { ref: string; at: Instant },
): Promise<void> {
  await db
    .update(refunds)
    .set({ state: 'done', processorRef: ref, doneAt: at })
    .where(and(eq(refunds.tenantId, db.tenant), eq(refunds.id, id)))
}

function thisPayment(db: TenantDb, id: PaymentId) {
  return and(eq(payments.tenantId, db.tenant), eq(payments.id, id))
}
