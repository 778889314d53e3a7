import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type { ItemId, JournalId, MemberId, OrderId } from '#app/kernel/ids.ts'
import { idOf, instant, minor, tenantId } from './columns.ts'

export const ledgerAccounts = pgTable(
  'ledger_accounts',
  {
    tenantId: tenantId(),
    code: text('code').notNull(),
    kind: text('kind').notNull().$type<'asset' | 'liability' | 'equity' | 'income' | 'expense'>(),
    memberId: idOf<MemberId>('member_id'),
    currency: text('currency').notNull(),
    guarded: boolean('guarded').notNull(),
    balanceMinor: minor('balance_minor').notNull().default(0n),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.code] })],
)

export const ledgerJournals = pgTable(
  'ledger_journals',
  {
    tenantId: tenantId(),
    id: idOf<JournalId>('id').notNull(),
    occasion: text('occasion').notNull(),
    payloadHash: text('payload_hash').notNull(),
    kind: text('kind').notNull(),
    currency: text('currency').notNull(),
    /** The order whose money it is; null where it is no order's, as in a payout. */
    orderId: idOf<OrderId>('order_id'),
    /** The item whose money it is; null where it is the whole order's. */
    itemId: idOf<ItemId>('item_id'),
    at: instant('at').notNull(),
    postedAt: instant('posted_at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    tenantId: tenantId(),
    journalId: idOf<JournalId>('journal_id').notNull(),
    position: integer('position').notNull(),
    accountCode: text('account_code').notNull(),
    currency: text('currency').notNull(),
    minor: minor('minor').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.journalId, t.position] })],
)
