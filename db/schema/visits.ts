import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { ItemId } from '#app/kernel/ids.ts'
import { idOf, instant, tenantId } from './columns.ts'

/** Where the work is to be done, as the customer wrote it. */
export type Address = {
  readonly line1: string
  readonly line2: string
  readonly city: string
  readonly postcode: string
}

/** What only visits know of an item. */
export const orderVisits = pgTable(
  'order_visits',
  {
    tenantId: tenantId(),
    itemId: idOf<ItemId>('item_id').notNull(),
    teamSize: integer('team_size').notNull(),
    workMinutes: integer('work_minutes').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    address: jsonb('address').$type<Address>(),
    notes: text('notes').notNull().default(''),
    changes: integer('changes').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.itemId] })],
)
