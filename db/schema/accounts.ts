import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { PersonId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { idOf, instant, tenantId } from './columns.ts'

export const people = pgTable('people', {
  id: idOf<PersonId>('id').primaryKey(),
  email: text('email').notNull(),
  name: text('name').notNull(),
  locale: text('locale').notNull().$type<Locale>(),
  passwordHash: text('password_hash'),
  emailVerifiedAt: instant('email_verified_at'),
  createdAt: instant('created_at').notNull(),
  disabledAt: instant('disabled_at'),
})

export const sessions = pgTable('sessions', {
  tokenHash: text('token_hash').primaryKey(),
  personId: idOf<PersonId>('person_id').notNull(),
  host: text('host').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  diesAt: instant('dies_at').notNull(),
})

export const personTokens = pgTable('person_tokens', {
  tokenHash: text('token_hash').primaryKey(),
  purpose: text('purpose')
    .notNull()
    .$type<'verify-email' | 'reset-password' | 'first-password' | 'hand-over'>(),
  personId: idOf<PersonId>('person_id').notNull(),
  email: text('email'),
  host: text('host'),
  returnTo: text('return_to'),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
})

/** The co-ops that a person belongs to or has ordered from. The database updates this table itself. */
export const personCoOps = pgTable(
  'person_co_ops',
  {
    personId: idOf<PersonId>('person_id').notNull(),
    tenantId: tenantId(),
    kind: text('kind').notNull().$type<'member' | 'customer'>(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.tenantId, t.kind] })],
)
