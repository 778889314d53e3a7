import { sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { TenantId } from '#app/kernel/ids.ts'

/**
 * What customers paid for work that was done, and what was kept of late cancellations, less what went back: the credit
 * that became somebody's. The console, the public books and the members' books all sum it, so that one year of one
 * co-op has one figure; what is paid and not yet done is `held`, and counts when it is done. For entries named `e`.
 */
export const customersPaid = sql`coalesce(-sum(e.minor) filter (
  where e.account_code like 'member:%' or e.account_code in ('co-op', 'federation')), 0)`

/**
 * What moved since a moment, as rows of `account_code, minor, kind, order_id`. What a card company kept counts when its
 * order is shared out or called off, like the money beside it: of what is paid and not yet done, nothing counts.
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
 * When the year of all these figures begins: with the eleventh month before this one, by the co-op's calendar. So a
 * year is twelve months in the list below a sum as well as in the sum.
 */
export function yearBegins(at: Instant, timeZone: string): string {
  return thisMonth(at, timeZone).subtract({ months: 11 }).toInstant().toString()
}

/** When another month begins, and with it another year. */
export function nextMonth(at: Instant, timeZone: string): Instant {
  return thisMonth(at, timeZone).add({ months: 1 }).toInstant()
}

const thisMonth = (at: Instant, timeZone: string) =>
  at.toZonedDateTimeISO(timeZone).with({ day: 1 }).startOfDay()
