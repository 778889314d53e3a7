import { type SQL, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** What another workers' part would have meant in the last twelve months: for each member, and together, in minor units. */
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

/** What was kept of the bookings that customers cancelled in the last twelve months, and what other terms would have kept. */
type CancellationImpact = {
  readonly of: 'cancellation'
  readonly orders: number
  readonly kept: string
  readonly would: string
}

/** What the books show of the last twelve months, where no sum follows from the clause alone. */
type YearImpact = {
  readonly of: 'year'
  readonly orders: number
  readonly paid: string
  readonly earned: string
}

/** The ledger's last twelve months held against a change of the charter. */
export type Impact = SplitImpact | CancellationImpact | YearImpact

const sinceOf = (at: Instant) => at.subtract({ hours: 24 * 365 }).toString()

type Row = { member: string; earned: string; change: string; orders: string }

/** Each member's part of each order, as it was shared out and as it would have been. */
export async function splitImpact(
  db: TenantDb,
  workersBp: number,
  at: Instant,
): Promise<SplitImpact> {
  const since = sinceOf(at)
  const rows = await db.execute<Row>(sql`
    select a.member_id as member, (-sum(e.minor))::text as earned, count(distinct o.id)::text as orders,
      sum(round(-e.minor::numeric * (${workersBp} - (o.split->>'workersBp')::numeric) / (o.split->>'workersBp')::numeric))::bigint::text as change
    from ledger_entries e
    join ledger_journals j on j.tenant_id = ${db.tenant} and j.id = e.journal_id and j.kind = 'settled'
    join ledger_accounts a on a.tenant_id = ${db.tenant} and a.code = e.account_code and a.member_id is not null
    join orders o on o.tenant_id = ${db.tenant} and o.id = j.order_id
    where e.tenant_id = ${db.tenant} and j.at >= ${since}::timestamptz
    group by a.member_id order by a.member_id`)
  const change = rows.reduce((sum, row) => sum + BigInt(row.change), 0n)
  const members = rows.map(({ member, earned, change: each }) => ({ member, earned, change: each }))
  return {
    of: 'split',
    workersBp,
    members,
    change: change.toString(),
    orders: rows.reduce((sum, { orders }) => sum + Number(orders), 0),
  }
}

type Terms = { readonly freeHours: number; readonly keptBp: number }

/** Each booking that a customer cancelled, as it was settled and as other terms would have settled it. */
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
    where j.tenant_id = ${db.tenant} and j.kind = 'cancelled' and j.at >= ${sinceOf(at)}::timestamptz`)
  return {
    of: 'cancellation',
    orders: Number(row?.orders ?? 0),
    kept: row?.kept ?? '0',
    would: row?.would ?? '0',
  }
}

/** What customers paid for finished work, and what of it became the members'. */
export async function yearImpact(db: TenantDb, at: Instant): Promise<YearImpact> {
  const [row] = await db.execute<{ orders: string; paid: string; earned: string }>(sql`
    select count(distinct j.id)::text as orders,
      coalesce(sum(e.minor) filter (where e.account_code = 'held'), 0)::text as paid,
      coalesce(-sum(e.minor) filter (where a.member_id is not null), 0)::text as earned
    from ledger_journals j
    join ledger_entries e on e.tenant_id = ${db.tenant} and e.journal_id = j.id
    join ledger_accounts a on a.tenant_id = ${db.tenant} and a.code = e.account_code
    where j.tenant_id = ${db.tenant} and j.kind = 'settled' and j.at >= ${sinceOf(at)}::timestamptz`)
  return {
    of: 'year',
    orders: Number(row?.orders ?? 0),
    paid: row?.paid ?? '0',
    earned: row?.earned ?? '0',
  }
}
