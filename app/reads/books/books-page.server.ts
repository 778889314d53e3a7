import { sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { customersPaid, entriesSince, startOfYear } from '#app/rules/books/customers-paid.ts'

type Sums = {
  readonly workers: string
  readonly co_op: string
  readonly federation: string
  readonly card: string
  readonly orders: string
}
type Month = { readonly month: string; readonly workers: string; readonly total: string }

/** Reads where customers' money of the last twelve months went: sums from the ledger, in total and by month. */
export function readBooks(tenant: Tenant, at: Instant) {
  const since = startOfYear(at, tenant.timeZone)
  return inTenant(
    tenant.id,
    async (db) => {
      const [sums] = await db.execute<Sums>(sql`
        with e as (${entriesSince(tenant.id, since)})
        select coalesce(-sum(e.minor) filter (where e.account_code like 'member:%'), 0)::text as workers,
          coalesce(-sum(e.minor) filter (where e.account_code in ('co-op', 'card-costs')), 0)::text as co_op,
          coalesce(-sum(e.minor) filter (where e.account_code = 'federation'), 0)::text as federation,
          coalesce(sum(e.minor) filter (where e.account_code = 'card-costs'), 0)::text as card,
          (count(distinct e.order_id) filter (where e.kind = 'settled'))::text as orders
        from e`)
      const months = await db.execute<Month>(sql`
        select to_char(j.at at time zone ${tenant.timeZone}, 'YYYY-MM') as month,
          coalesce(-sum(e.minor) filter (where e.account_code like 'member:%'), 0)::text as workers,
          ${customersPaid}::text as total
        from ledger_entries e join ledger_journals j on j.tenant_id = ${tenant.id} and j.id = e.journal_id
        where e.tenant_id = ${tenant.id} and j.at >= ${since}::timestamptz
        group by 1 having ${customersPaid} <> 0 order by 1`)
      const shared = {
        workers: BigInt(sums?.workers ?? 0),
        coOp: BigInt(sums?.co_op ?? 0),
        federation: BigInt(sums?.federation ?? 0),
        card: BigInt(sums?.card ?? 0),
      }
      return {
        shared,
        orders: Number(sums?.orders ?? 0),
        months: months.map(({ month, workers, total }) => ({
          month,
          workers: BigInt(workers),
          total: BigInt(total),
        })),
      }
    },
    { readOnly: true },
  )
}
