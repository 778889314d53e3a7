import { sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'

/**
 * What customers paid for work that was done, and what was kept of late cancellations, less what went back: the credit
 * that became somebody's. The console, the public books and the members' books all sum it, so that one year of one
 * co-op has one figure; what is paid and not yet done is `held`, and counts when it is done. For entries named `e`.
 */
export const customersPaid = sql`coalesce(-sum(e.minor) filter (
  where e.account_code like 'member:%' or e.account_code in ('co-op', 'federation')), 0)`

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
