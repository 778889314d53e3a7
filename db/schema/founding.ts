import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { ImportId, PersonId, TenantId } from '#app/kernel/ids.ts'
import type { Refusal } from '#app/kernel/outcome.ts'
import { bytes, idOf, instant } from './columns.ts'

export const foundingDrafts = pgTable('founding_drafts', {
  id: uuid('id').primaryKey(),
  secretHash: text('secret_hash').notNull(),
  data: jsonb('data').notNull().default({}).$type<Record<string, unknown>>(),
  state: text('state')
    .notNull()
    .default('draft')
    .$type<'draft' | 'building' | 'built' | 'failed'>(),
  step: text('step').notNull().default(''),
  failure: text('failure').$type<Refusal>(),
  logo: bytes('logo'),
  personId: idOf<PersonId>('person_id'),
  tenantId: idOf<TenantId>('tenant_id'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

export const imports = pgTable('imports', {
  id: idOf<ImportId>('id').primaryKey(),
  byPerson: idOf<PersonId>('by_person').notNull(),
  byName: text('by_name').notNull(),
  createdAt: instant('created_at').notNull(),
})

export const importRows = pgTable(
  'import_rows',
  {
    importId: idOf<ImportId>('import_id').notNull(),
    position: integer('position').notNull(),
    data: jsonb('data').notNull().$type<Record<string, string>>(),
    state: text('state').notNull().default('waiting').$type<'waiting' | 'founded' | 'refused'>(),
    refusal: text('refusal').$type<Refusal>(),
    slug: text('slug').notNull(),
    settledAt: instant('settled_at'),
  },
  (t) => [primaryKey({ columns: [t.importId, t.position] })],
)
