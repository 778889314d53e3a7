import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { MailId, TenantId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { idOf, instant } from './columns.ts'

export const mails = pgTable('mails', {
  id: idOf<MailId>('id').primaryKey(),
  tenantId: idOf<TenantId>('tenant_id'),
  template: text('template').notNull(),
  toEmail: text('to_email').notNull(),
  toName: text('to_name').notNull().default(''),
  locale: text('locale').notNull().$type<Locale>(),
  data: jsonb('data').notNull(),
  promisedAt: instant('promised_at').notNull(),
  subject: text('subject'),
  html: text('html'),
  body: text('body'),
  sentAt: instant('sent_at'),
  attempts: integer('attempts').notNull().default(0),
  lastError: text('last_error'),
})
