import { sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { TenantId } from '#app/kernel/ids.ts'

/**
 * The sum of what customers paid for finished work, and what was retained of late cancellations, less refunds: the
 * credits of members, co-op and federation. The console, the public books and the members' books all use this sum, so
 * that one year of one co-op has one figure. What is paid and not yet done is `held`, and counts when it is done. The
 * entries have the alias `e`.
 */
export const customersPaid = sql`coalesce(-sum(e.minor) filter (
  where e.account_code like 'member:%' or e.account_code in ('co-op', 'federation')), 0)`

/**
 * Selects the entries since a moment, as rows of `account_code, minor, kind, order_id`. The card costs of an order
 * count when the order is settled or cancelled, like its other money; nothing counts of an order that is paid and not
 * yet done.
 */
export const entriesSince = (tenant: TenantId, since: string) => sql`
  select e.account_code, e.minor, j.kind, j.order_id from ledger_entries e
  join ledger_journals j on j.tenant_id = ${tenant} and j.id = e.journal_id
  where e.tenant_id = ${tenant} and (
    (e.account_code <> 'card-costs' and j.at >= ${since}::timestamptz)
    or (e.account_code = 'card-costs' and exists (
      select from ledger_journals done where done.tenant_id = ${tenant} and done.order_id = j.order_id
        and done.kind in ('settled', 'cancelled', 'returned') and done.at >= ${since}::timestamptz)))`

/**
 * Returns when the year of these figures begins: at the start of the eleventh month before this one, by the co-op's
 * calendar. A year is thus twelve months, both in a sum and in the list of months below it.
 */
export function startOfYear(at: Instant, timeZone: string): string {
  return startOfMonth(at, timeZone).subtract({ months: 11 }).toInstant().toString()
}

/** Returns when the next month begins, and with it another year of figures. */
export function startOfNextMonth(at: Instant, timeZone: string): Instant {
  return startOfMonth(at, timeZone).add({ months: 1 }).toInstant()
}

const startOfMonth = (at: Instant, timeZone: string) =>
  at.toZonedDateTimeISO(timeZone).with({ day: 1 }).startOfDay()
