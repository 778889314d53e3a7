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

/** The processor's account in which this co-op sells, if it has been opened. */
export async function accountOf(db: TenantDb): Promise<string | undefined> {
  const [row] = await db
    .select({ account: processorAccounts.account })
    .from(processorAccounts)
    .where(eq(processorAccounts.tenantId, db.tenant))
  return row?.account
}

/** Remembers which co-op a processor's account belongs to. */
export async function rememberAccount(
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

/** The order's latest payment. */
export async function paymentOf(db: TenantDb, order: OrderId): Promise<Payment | undefined> {
  const [payment] = await db
    .select()
    .from(payments)
    .where(and(eq(payments.tenantId, db.tenant), eq(payments.orderId, order)))
    .orderBy(desc(payments.startedAt))
    .limit(1)
  return payment
}

/** The payment that a processor's page is for, locked until commit. */
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

type Begun = {
  readonly order: OrderId
  readonly account: string
  readonly amount: Money
  readonly at: Instant
}

/** Notes that a payment is begun, before the processor hears of it, so that it is found again after a crash. */
export async function beginPayment(
  db: TenantDb,
  { order, account, amount, at }: Begun,
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

export type Captured = { readonly ref: string; readonly card: Money; readonly at: Instant }

export async function recordCapture(
  db: TenantDb,
  id: PaymentId,
  { ref, card, at }: Captured,
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
  /** The item it is for; none where the payment goes back whole. */
  readonly item?: ItemId
  readonly at: Instant
}

/** Notes that money is to go back. The database refuses more than was paid, over all refunds together. */
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

/** What went back of an item so far, for whatever reason. */
export async function refundedOf(db: TenantDb, item: ItemId): Promise<bigint> {
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
