import { bigint, customType, uuid } from 'drizzle-orm/pg-core'
import { type Instant, Temporal, writeInstant } from '#app/kernel/clock.ts'
import type { Id, TenantId } from '#app/kernel/ids.ts'

/** The co-op of a row. It comes first in every key of a co-op's table, and every query of the table names it. */
export const tenantId = () => uuid('tenant_id').notNull().$type<TenantId>()

/** The id of this row or of another one, as uuid. */
export const idOf = <Kind extends Id<string>>(column: string) => uuid(column).$type<Kind>()

/** An exact amount in the currency's smallest unit. */
export const minor = (column: string) => bigint(column, { mode: 'bigint' })

/** A moment: timestamptz in the database, `Temporal.Instant` in code, whole milliseconds in both. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  fromDriver: (text) => Temporal.Instant.from(text),
  toDriver: writeInstant,
})

/** A few bytes that belong to a row. Files are in the storage instead. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
})

/** A half-open span of time, `[from, until)`, as PostgreSQL's tstzrange. */
export type Span = { readonly from: Instant; readonly until: Instant }

export const span = customType<{ data: Span; driverData: string }>({
  dataType: () => 'tstzrange',
  fromDriver: readSpan,
  toDriver: ({ from, until }) => `[${writeInstant(from)},${writeInstant(until)})`,
})

function readSpan(text: string): Span {
  const [from, until] = text.slice(1, -1).replaceAll('"', '').split(',')
  if (!from || !until) throw new RangeError(`Not a bounded span of time: ${text}`)
  return { from: Temporal.Instant.from(from), until: Temporal.Instant.from(until) }
}
