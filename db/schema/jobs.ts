import { date, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type { MemberId } from '#app/kernel/ids.ts'
import { idOf, tenantId } from './columns.ts'

export const availabilityRules = pgTable(
  'availability_rules',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    memberId: idOf<MemberId>('member_id').notNull(),
    weekday: smallint('weekday').notNull(),
    fromMinute: integer('from_minute').notNull(),
    untilMinute: integer('until_minute').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const availabilityExceptions = pgTable(
  'availability_exceptions',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    memberId: idOf<MemberId>('member_id').notNull(),
    onDate: date('on_date', { mode: 'string' }).notNull(),
    kind: text('kind').notNull().$type<'off' | 'extra'>(),
    fromMinute: integer('from_minute').notNull().default(0),
    untilMinute: integer('until_minute').notNull().default(1440),
    note: text('note').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)
