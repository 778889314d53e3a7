import { and, asc, desc, eq, gte, sql } from 'drizzle-orm'
import { itemsOf, titleOf } from '#app/domains/orders/find-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { proposals } from '#db/schema/decisions.ts'
import { activities, members } from '#db/schema/members.ts'
import { orders } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { aboutOf } from './activity-about.ts'
import type { SupportPage } from './support-pages.ts'

/**
 * One page as rows of words and amounts, for somebody who helps. What a person typed is in `what`; `key` names what the
 * reader's language has a word for: a state, an account, an act.
 */
export type SupportView = readonly {
  readonly id: string
  readonly what: string
  readonly key: string
  readonly at: string | null
  readonly minor: bigint | null
  /** What an act of the log was about. */
  readonly about?: ReturnType<typeof aboutOf>
}[]

const DAYS = 90

const PAGES: Readonly<Record<SupportPage, (db: TenantDb, at: Instant) => Promise<SupportView>>> = {
  members: seeMembers,
  orders: seeOrders,
  balances: seeBalances,
  decisions: seeDecisions,
  log: seeLog,
}

/** Reads one page of a co-op in the transaction in which the look was logged. */
export function readSupportView(
  db: TenantDb,
  page: SupportPage,
  at: Instant,
): Promise<SupportView> {
  return PAGES[page](db, at)
}

async function seeMembers(db: TenantDb): Promise<SupportView> {
  const rows = await db
    .select()
    .from(members)
    .where(eq(members.tenantId, db.tenant))
    .orderBy(asc(members.displayName))
  return rows.map(({ id, displayName, state, joinedAt }) => ({
    id,
    what: displayName,
    key: state,
    at: joinedAt.toString(),
    minor: null,
  }))
}

async function seeOrders(db: TenantDb, at: Instant): Promise<SupportView> {
  const rows = await db
    .select()
    .from(orders)
    .where(
      and(eq(orders.tenantId, db.tenant), gte(orders.placedAt, at.subtract({ hours: 24 * DAYS }))),
    )
    .orderBy(desc(orders.placedAt))
    .limit(200)
  const items = await itemsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, code, state, placedAt, totalMinor }) => ({
    id,
    what: `${titleOf({ items: items.filter(({ orderId }) => orderId === id) })} · ${code}`,
    key: state,
    at: placedAt.toString(),
    minor: totalMinor,
  }))
}

/** Sums of the entries, as the members' open books have them: most accounts keep no balance of their own. */
async function seeBalances(db: TenantDb, at: Instant): Promise<SupportView> {
  const rows = await db.execute<{ account: string; minor: string }>(sql`
    select case when e.account_code like 'member:%' then 'members' else e.account_code end as account,
      sum(e.minor)::text as minor
    from ledger_entries e join ledger_journals j on j.tenant_id = ${db.tenant} and j.id = e.journal_id
    where e.tenant_id = ${db.tenant} and j.at <= ${at.toString()}::timestamptz group by 1 order by 1`)
  return rows.map(({ account, minor }) => ({
    id: account,
    what: '',
    key: account,
    at: null,
    minor: BigInt(minor),
  }))
}

async function seeDecisions(db: TenantDb): Promise<SupportView> {
  const rows = await db
    .select()
    .from(proposals)
    .where(eq(proposals.tenantId, db.tenant))
    .orderBy(desc(proposals.number))
    .limit(100)
  return rows.map(({ id, number, title, state, raisedAt }) => ({
    id,
    what: `${number}. ${title}`,
    key: state,
    at: raisedAt.toString(),
    minor: null,
  }))
}

async function seeLog(db: TenantDb): Promise<SupportView> {
  const rows = await db
    .select()
    .from(activities)
    .where(eq(activities.tenantId, db.tenant))
    .orderBy(desc(activities.at))
    .limit(100)
  return rows.map(({ id, actorName, act, at, detail }) => ({
    id,
    what: actorName,
    key: act,
    at: at.toString(),
    minor: null,
    about: aboutOf(detail),
  }))
}
