import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { FileId, MemberId } from '#app/kernel/ids.ts'
import { idOf, instant, tenantId } from './columns.ts'

export const files = pgTable(
  'files',
  {
    tenantId: tenantId(),
    id: idOf<FileId>('id').notNull(),
    key: text('key').notNull(),
    mime: text('mime').notNull(),
    bytes: integer('bytes').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    thumbhash: text('thumbhash'),
    createdAt: instant('created_at').notNull(),
    createdBy: idOf<MemberId>('created_by'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const storefronts = pgTable('storefronts', {
  tenantId: tenantId().primaryKey(),
  headline: text('headline').notNull(),
  lead: text('lead').notNull().default(''),
  about: text('about').notNull().default(''),
  area: text('area').notNull().default(''),
  sinceYear: integer('since_year'),
  contactEmail: text('contact_email').notNull().default(''),
  contactPhone: text('contact_phone').notNull().default(''),
  updatedAt: instant('updated_at').notNull(),
  version: integer('version').notNull().default(1),
})
