import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { ItemId, OrderId, PaymentId, RefundId } from '#app/kernel/ids.ts'
import { idOf, instant, minor, tenantId } from './columns.ts'

export const processorAccounts = pgTable('processor_accounts', {
  account: text('account').primaryKey(),
  tenantId: tenantId(),
  state: text('state').notNull().default('ready').$type<'opening' | 'ready' | 'restricted'>(),
  createdAt: instant('created_at').notNull(),
})

export const processorEvents = pgTable('processor_events', {
  id: text('id').primaryKey(),
  account: text('account'),
  type: text('type').notNull(),
  payload: jsonb('payload').notNull().$type<unknown>(),
  receivedAt: instant('received_at').notNull(),
  handledAt: instant('handled_at'),
})

export const payments = pgTable(
  'payments',
  {
    tenantId: tenantId(),
    id: idOf<PaymentId>('id').notNull(),
    orderId: idOf<OrderId>('order_id').notNull(),
    rail: text('rail').notNull().$type<'card' | 'on-service'>(),
    account: text('account'),
    session: text('session'),
    processorRef: text('processor_ref'),
    payUrl: text('pay_url'),
    state: text('state').notNull().default('started').$type<'started' | 'captured' | 'failed'>(),
    currency: text('currency').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    feeMinor: minor('fee_minor').notNull().default(0n),
    refundedMinor: minor('refunded_minor').notNull().default(0n),
    failure: text('failure'),
    startedAt: instant('started_at').notNull(),
    /** When the sweep last asked the processor for it. */
    checkedAt: instant('checked_at'),
    capturedAt: instant('captured_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const refunds = pgTable(
  'refunds',
  {
    tenantId: tenantId(),
    id: idOf<RefundId>('id').notNull(),
    paymentId: idOf<PaymentId>('payment_id').notNull(),
    orderId: idOf<OrderId>('order_id').notNull(),
    /** The item it is for; null for a payment that went back whole. */
    itemId: idOf<ItemId>('item_id'),
    amountMinor: minor('amount_minor').notNull(),
    reason: text('reason').notNull(),
    state: text('state').notNull().default('asked').$type<'asked' | 'done' | 'failed'>(),
    processorRef: text('processor_ref'),
    askedAt: instant('asked_at').notNull(),
    doneAt: instant('done_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)
