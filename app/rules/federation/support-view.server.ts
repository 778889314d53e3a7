import { and, asc, desc, eq, gte, sql } from 'drizzle-orm'
import { itemsOf, titleOf } from '#app/domains/orders/find-order.server.ts'
import { totalPriceMinorOf } from '#app/domains/orders/order.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { proposals } from '#db/schema/decisions.ts'
import { activities, members } from '#db/schema/members.ts'
import { orders } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { activityDetail } from './activity-about.ts'
import type { SupportPage } from './support-pages.ts'

/**
 * One page as rows of words and amounts. `what` is text that a person typed. `key` is a state, an account or an act,
 * which the catalogue has a word for.
 */
export type SupportView = readonly {
  readonly id: string
  readonly what: string
  readonly key: string
  readonly at: string | null
  readonly minor: bigint | null
  /** The detail of an entry of the log. */
  readonly about?: ReturnType<typeof activityDetail>
}[]

const ORDER_DAYS = 90

const PAGES: Readonly<Record<SupportPage, (db: TenantDb, at: Instant) => Promise<SupportView>>> = {
  members: readMembers,
  orders: readOrders,
  balances: readBalances,
  decisions: readDecisions,
  log: readLog,
}

/** Reads one page of a co-op in the transaction in which this view was logged. */
export function readSupportView(
  db: TenantDb,
  page: SupportPage,
  at: Instant,
): Promise<SupportView> {
  return PAGES[page](db, at)
}

async function readMembers(db: TenantDb): Promise<SupportView> {
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

async function readOrders(db: TenantDb, at: Instant): Promise<SupportView> {
  const rows = await db
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.tenantId, db.tenant),
        gte(orders.placedAt, at.subtract({ hours: 24 * ORDER_DAYS })),
      ),
    )
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(200)
  const items = await itemsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, code, state, placedAt }) => {
    const ownItems = items.filter(({ orderId }) => orderId === id)
    return {
      id,
      what: `${titleOf({ items: ownItems })} · ${code}`,
      key: state,
      at: placedAt.toString(),
      minor: totalPriceMinorOf(ownItems),
    }
  })
}

/** Reads the balances as sums of the entries, like the members' open books, because most accounts store no balance. */
async function readBalances(db: TenantDb, at: Instant): Promise<SupportView> {
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

async function readDecisions(db: TenantDb): Promise<SupportView> {
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

async function readLog(db: TenantDb): Promise<SupportView> {
  const rows = await db
    .select()
    .from(activities)
    .where(eq(activities.tenantId, db.tenant))
    .orderBy(desc(activities.at), desc(activities.id))
    .limit(100)
  return rows.map(({ id, actorName, act, at, detail }) => ({
    id,
    what: actorName,
    key: act,
    at: at.toString(),
    minor: null,
    about: activityDetail(detail),
  }))
}
