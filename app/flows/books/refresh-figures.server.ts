import { eq, sql } from 'drizzle-orm'
import { type Instant, Temporal } from '#app/kernel/clock.ts'
import type { TenantId } from '#app/kernel/ids.ts'
import { tenantFigures, tenants } from '#db/schema/federation.ts'
import {
  customersPaid,
  entriesSince,
  startOfNextMonth,
  startOfYear,
} from '#app/rules/books/customers-paid.ts'
import { timesOf } from '#app/offerings/registry.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { promiseNextMonth } from './promise-figures.server.ts'

type Row = Record<
  | 'members'
  | 'orders'
  | 'sales'
  | 'workers'
  | 'coOp'
  | 'federation'
  | 'card'
  | 'hourly'
  | 'reviews'
  | 'stars'
  | 'last',
  string | null
>

/**
 * Calculates from a co-op's books the figures that the directory and the console show, and saves them, in the co-op's own
 * transaction. It promises the next refresh at the end of the month.
 */
export function refreshFigures(tenant: TenantId, at: Instant): Promise<void> {
  return inTenant(tenant, async (db) => {
    const [coOp] = await db
      .select({ timeZone: tenants.timeZone })
      .from(tenants)
      .where(eq(tenants.id, tenant))
    if (!coOp) throw new Error('No such co-op.')
    const since = startOfYear(at, coOp.timeZone)
    const rows = await db.execute<Row>(sql`
      with entries as (${entriesSince(tenant, since)}), hours as (
        select e.account_code, -sum(e.minor)::numeric as earned,
          sum(w.minutes) as minutes
        from ledger_entries e
        join ledger_journals j on j.tenant_id = ${tenant} and j.id = e.journal_id and j.kind = 'settled'
        join (${timesOf(tenant)}) w on w.item_id = j.item_id and w.minutes is not null
        where e.tenant_id = ${tenant} and e.account_code like 'member:%' and j.at >= ${since}::timestamptz
        group by e.account_code
      )
      select
        (select count(*) from members where tenant_id = ${tenant} and state = 'active') as members,
        (select count(distinct order_id) from ledger_journals where tenant_id = ${tenant} and kind = 'settled' and at >= ${since}::timestamptz) as orders,
        (select ${customersPaid} from entries e) as sales,
        (select coalesce(-sum(minor), 0) from entries where account_code like 'member:%') as workers,
        (select coalesce(-sum(minor), 0) from entries where account_code in ('co-op', 'card-costs')) as "coOp",
        (select coalesce(-sum(minor), 0) from entries where account_code = 'federation') as federation,
        (select coalesce(sum(minor), 0) from entries where account_code = 'card-costs') as card,
        (select round(percentile_cont(0.5) within group (order by earned * 60 / minutes))::bigint from hours where minutes > 0) as hourly,
        (select count(*) from reviews where tenant_id = ${tenant}) as reviews,
        (select coalesce(sum(stars), 0) from reviews where tenant_id = ${tenant}) as stars,
        (select max(placed_at) from orders where tenant_id = ${tenant}) as last`)
    const [row] = rows
    if (!row) throw new Error('The query of the figures returned no row.')
    const figures = {
      members: Number(row.members),
      orders12m: Number(row.orders),
      sales12m: BigInt(row.sales ?? 0),
      workers12m: BigInt(row.workers ?? 0),
      coOp12m: BigInt(row.coOp ?? 0),
      federation12m: BigInt(row.federation ?? 0),
      card12m: BigInt(row.card ?? 0),
      hourlyMedian: row.hourly === null ? null : BigInt(row.hourly),
      reviews: Number(row.reviews),
      starsSum: Number(row.stars),
      lastOrderAt: row.last === null ? null : Temporal.Instant.from(row.last),
      refreshedAt: at,
    }
    await db
      .insert(tenantFigures)
      .values({ tenantId: tenant, ...figures })
      .onConflictDoUpdate({ target: tenantFigures.tenantId, set: figures })
    await promiseNextMonth(db, startOfNextMonth(at, coOp.timeZone))
  })
}
