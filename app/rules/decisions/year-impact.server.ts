import { type SQL, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** The effect of another workers' part in the last twelve months, for each member and in total, in minor units. */
type SplitImpact = {
  readonly of: 'split'
  readonly workersBp: number
  readonly members: readonly {
    readonly member: string
    readonly earned: string
    readonly change: string
  }[]
  readonly change: string
  readonly orders: number
}

/**
 * What was retained of the bookings that customers cancelled in the last twelve months (`kept`), and what other terms
 * would have retained (`would`), in minor units. Proposals store both names.
 */
type CancellationImpact = {
  readonly of: 'cancellation'
  readonly orders: number
  readonly kept: string
  readonly would: string
}

/** The totals of the last twelve months, for a clause from which no sum follows. */
type YearImpact = {
  readonly of: 'year'
  readonly orders: number
  readonly paid: string
  readonly earned: string
}

/** The impact of a change of the charter, by the ledger's last twelve months. */
export type Impact = SplitImpact | CancellationImpact | YearImpact

const yearBefore = (at: Instant) => at.subtract({ hours: 24 * 365 }).toString()

type SplitRow = { member: string; earned: string; change: string; orders: string }

/** Returns each member's earnings of the year, and how they would change under another workers' part. */
export async function splitImpact(
  db: TenantDb,
  workersBp: number,
  at: Instant,
): Promise<SplitImpact> {
  const since = yearBefore(at)
  const rows = await db.execute<SplitRow>(sql`
    select a.member_id as member, (-sum(e.minor))::text as earned, count(distinct o.id)::text as orders,
      sum(round(-e.minor::numeric * (${workersBp} - (o.split->>'workersBp')::numeric) / (o.split->>'workersBp')::numeric))::bigint::text as change
    from ledger_entries e
    join ledger_journals j on j.tenant_id = ${db.tenant} and j.id = e.journal_id and j.kind = 'settled'
    join ledger_accounts a on a.tenant_id = ${db.tenant} and a.code = e.account_code and a.member_id is not null
    join orders o on o.tenant_id = ${db.tenant} and o.id = j.order_id
    where e.tenant_id = ${db.tenant} and j.at >= ${since}::timestamptz
    group by a.member_id order by a.member_id`)
  const change = rows.reduce((sum, row) => sum + BigInt(row.change), 0n)
  const members = rows.map(({ member, earned, change: memberChange }) => ({
    member,
    earned,
    change: memberChange,
  }))
  return {
    of: 'split',
    workersBp,
    members,
    change: change.toString(),
    orders: rows.reduce((sum, { orders }) => sum + Number(orders), 0),
  }
}

type Terms = { readonly freeHours: number; readonly keptBp: number }

/** Returns what was retained of the bookings that customers cancelled, and what other terms would have retained. */
export async function cancellationImpact(
  db: TenantDb,
  { freeHours, keptBp }: Terms,
  { times, at }: { readonly times: SQL; readonly at: Instant },
): Promise<CancellationImpact> {
  const [row] = await db.execute<{ orders: string; kept: string; would: string }>(sql`
    select count(*)::text as orders, coalesce(sum(c.kept), 0)::text as kept,
      coalesce(sum(case when t.starts_at - i.cancelled_at < make_interval(hours => ${freeHours})
        then round(i.most_minor::numeric * ${keptBp} / 10000) else 0 end), 0)::bigint::text as would
    from ledger_journals j
    join order_items i on i.tenant_id = ${db.tenant} and i.id = j.item_id and i.cancelled_by = 'customer'
    left join (${times}) t on t.item_id = i.id
    cross join lateral (select sum(e.minor) as kept from ledger_entries e
      where e.tenant_id = ${db.tenant} and e.journal_id = j.id and e.account_code in ('held', 'clearing')) c
    where j.tenant_id = ${db.tenant} and j.kind = 'cancelled' and j.at >= ${yearBefore(at)}::timestamptz`)
  return {
    of: 'cancellation',
    orders: Number(row?.orders ?? 0),
    kept: row?.kept ?? '0',
    would: row?.would ?? '0',
  }
}

/** Returns what customers paid for finished work, and what the members earned of it. */
export async function yearImpact(db: TenantDb, at: Instant): Promise<YearImpact> {
  const [row] = await db.execute<{ orders: string; paid: string; earned: string }>(sql`
    select count(distinct j.id)::text as orders,
      coalesce(sum(e.minor) filter (where e.account_code = 'held'), 0)::text as paid,
      coalesce(-sum(e.minor) filter (where a.member_id is not null), 0)::text as earned
    from ledger_journals j
    join ledger_entries e on e.tenant_id = ${db.tenant} and e.journal_id = j.id
    join ledger_accounts a on a.tenant_id = ${db.tenant} and a.code = e.account_code
    where j.tenant_id = ${db.tenant} and j.kind = 'settled' and j.at >= ${yearBefore(at)}::timestamptz`)
  return {
    of: 'year',
    orders: Number(row?.orders ?? 0),
    paid: row?.paid ?? '0',
    earned: row?.earned ?? '0',
  }
}
