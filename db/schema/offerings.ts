import {
  boolean,
  customType,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type { FileId, ListingId, MemberId } from '#app/kernel/ids.ts'
import { idOf, instant, minor, tenantId } from './columns.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

export type ListingKind = 'visit' | 'ride' | 'licence' | 'good'

export const listings = pgTable(
  'listings',
  {
    tenantId: tenantId(),
    id: idOf<ListingId>('id').notNull(),
    slug: text('slug').notNull(),
    kind: text('kind').notNull().$type<ListingKind>(),
    title: text('title').notNull(),
    summary: text('summary').notNull().default(''),
    body: text('body').notNull().default(''),
    state: text('state').notNull().default('draft').$type<'draft' | 'published' | 'withdrawn'>(),
    fields: jsonb('fields').notNull().$type<unknown>(),
    fromMinor: minor('from_minor').notNull(),
    fromMinutes: integer('from_minutes').notNull(),
    sample: boolean('sample').notNull().default(false),
    position: integer('position').notNull().default(0),
    createdBy: idOf<MemberId>('created_by'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    publishedAt: instant('published_at'),
    version: integer('version').notNull().default(1),
    search: tsvector('search').generatedAlwaysAs(
      sql`to_tsvector('simple', app.fold(title || ' ' || summary || ' ' || body))`,
    ),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const listingPhotos = pgTable(
  'listing_photos',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    listingId: idOf<ListingId>('listing_id').notNull(),
    fileId: idOf<FileId>('file_id').notNull(),
    alt: text('alt').notNull().default(''),
    position: integer('position').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)
