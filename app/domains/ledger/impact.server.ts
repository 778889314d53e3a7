import { sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** What another workers' part would have meant in the last twelve months: for each member, and together, in minor units. */
export type Impact = {
  readonly workersBp: number
  readonly members: readonly {
    readonly member: string
    readonly earned: string
    readonly change: string
  }[]
  readonly change: string
  readonly orders: number
}

type Row = { member: string; earned: string; change: string; orders: string }

/** Computed from the ledger: each member's part of each order, as it was shared out and as it would have been. */
export async function impactOf(db: TenantDb, workersBp: number, at: Instant): Promise<Impact> {
  const since = at.subtract({ hours: 24 * 365 }).toString()
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
    workersBp,
    members,
    change: change.toString(),
    orders: rows.reduce((sum, { orders }) => sum + Number(orders), 0),
  }
}
