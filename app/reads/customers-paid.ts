import { sql } from 'drizzle-orm'

/**
 * What customers paid for work that was done, and what was kept of late cancellations, less what went back: the credit
 * that became somebody's. The console, the public books and the members' books all sum it, so that one year of one
 * co-op has one figure; what is paid and not yet done is `held`, and counts when it is done. For entries named `e`.
 */
export const customersPaid = sql`coalesce(-sum(e.minor) filter (
  where e.account_code like 'member:%' or e.account_code in ('co-op', 'federation')), 0)`
