import { sql } from 'drizzle-orm'
import type { JournalId, MemberId } from '#app/kernel/ids.ts'
import { type Instant, Temporal } from '#app/kernel/clock.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { customersPaid, startOfYear } from '#app/rules/books/customers-paid.ts'
import type { JournalKind } from '#app/domains/books/journal-kinds.ts'
import { titleOfJournal } from './journal-title.ts'

export type BooksQuery = {
  readonly kind: JournalKind | null
  /** A month such as `2026-11`, by the co-op's calendar. */
  readonly month: string | null
  readonly page: number
}
type Reader = { readonly member: MemberId; readonly until: Instant }

const PER_PAGE = 25

/**
 * Selects the name of an account for this member: their own account by itself, all other members' as one. Only a member
 * may read what they earned; every member may read what all earned together.
 */
function accountNameFor(code: ReturnType<typeof sql>, reader: MemberId) {
  return sql`case when ${code} = ${`member:${reader}`} then 'me' when ${code} like 'member:%' then 'members' else ${code} end`
}

function matching(tenant: Tenant, { kind, month }: BooksQuery) {
  return sql`j.tenant_id = ${tenant.id}
    ${kind ? sql`and j.kind = ${kind}` : sql``}
    ${month ? sql`and to_char(j.at at time zone ${tenant.timeZone}, 'YYYY-MM') = ${month}` : sql``}`
}

type Sum = { readonly account: string; readonly minor: string }
type Month = { readonly month: string; readonly paid: string; readonly shared: string }
type Line = {
  readonly id: string
  readonly kind: string
  readonly at: string
  readonly title: string | null
  readonly code: string | null
  readonly minor: string
}

/**
 * Reads the co-op's ledger for its members: balances on a day, the year by month, and the journals that match the
 * query.
 */
export function readOpenBooks(tenant: Tenant, query: BooksQuery, { member, until }: Reader) {
  return inTenant(
    tenant.id,
    async (db) => {
      const balances = await db.execute<Sum>(sql`
        select ${accountNameFor(sql`e.account_code`, member)} as account, sum(e.minor)::text as minor
        from ledger_entries e join ledger_journals j on j.tenant_id = ${tenant.id} and j.id = e.journal_id
        where e.tenant_id = ${tenant.id} and j.at <= ${until.toString()}::timestamptz group by 1 order by 1`)
      const journals = await db.execute<Line>(sql`
        select j.id, j.kind, j.at::text as at, ${titleOfJournal(tenant.id)} as title, o.code,
          (select sum(e.minor) filter (where e.minor > 0) from ledger_entries e
            where e.tenant_id = ${tenant.id} and e.journal_id = j.id)::text as minor
        from ledger_journals j left join orders o on o.tenant_id = ${tenant.id} and o.id = j.order_id
        where ${matching(tenant, query)} order by j.at desc, j.id desc
        limit ${PER_PAGE + 1} offset ${(query.page - 1) * PER_PAGE}`)
      return {
        balances: sidesOf(balances),
        months: await monthsOf(db, tenant, until),
        journals: journals.slice(0, PER_PAGE).map((journal) => ({
          ...journal,
          at: Temporal.Instant.from(journal.at).toString(),
          minor: BigInt(journal.minor),
        })),
        more: journals.length > PER_PAGE,
      }
    },
    { readOnly: true },
  )
}

/** Asset accounts tell where the money is, and owner accounts tell whose it is, each in reading order. */
const ASSET_ACCOUNTS = ['clearing', 'card-costs']
const OWNER_ACCOUNTS = ['me', 'members', 'held', 'co-op', 'federation']

/**
 * Returns the balances as two sides with equal totals: where the money is, and whose it is. Amounts that belong to
 * somebody are positive.
 */
function sidesOf(balances: readonly Sum[]) {
  const positions = new Map(
    [...ASSET_ACCOUNTS, ...OWNER_ACCOUNTS].map((account, position) => [account, position]),
  )
  const isAsset = ({ account }: Sum) => ASSET_ACCOUNTS.includes(account)
  const positionOf = ({ account }: Sum) => positions.get(account) ?? positions.size
  const side = (sums: readonly Sum[], sign: bigint) => {
    const sorted = sums.toSorted((a, b) => positionOf(a) - positionOf(b))
    const lines = sorted.map(({ account, minor }) => ({ account, minor: BigInt(minor) * sign }))
    return { lines, total: lines.reduce((all, { minor }) => all + minor, 0n) }
  }
  return {
    there: side(balances.filter(isAsset), 1n),
    whose: side(
      balances.filter((sum) => !isAsset(sum)),
      -1n,
    ),
  }
}

/** Returns twelve months: what customers paid for finished work, and what the members earned of it. */
async function monthsOf(db: TenantDb, tenant: Tenant, until: Instant) {
  const since = startOfYear(until, tenant.timeZone)
  const rows = await db.execute<Month>(sql`
    select to_char(j.at at time zone ${tenant.timeZone}, 'YYYY-MM') as month,
      ${customersPaid}::text as paid,
      coalesce(-sum(e.minor) filter (where e.account_code like 'member:%'), 0)::text as shared
    from ledger_entries e join ledger_journals j on j.tenant_id = ${tenant.id} and j.id = e.journal_id
    where e.tenant_id = ${tenant.id} and j.at >= ${since}::timestamptz and j.at <= ${until.toString()}::timestamptz
    group by 1 order by 1`)
  return rows.map(({ month, paid, shared }) => ({
    month,
    paid: BigInt(paid),
    shared: BigInt(shared),
  }))
}

type Entry = { readonly account: string; readonly minor: string }

/** Reads one journal: the amounts, the accounts and the order. */
export function readJournal(tenant: Tenant, id: JournalId, member: MemberId) {
  return inTenant(
    tenant.id,
    async (db) => {
      const [journal] = await db.execute<
        Omit<Line, 'minor'> & { readonly order: string | null }
      >(sql`
        select j.id, j.kind, j.at::text as at, ${titleOfJournal(tenant.id)} as title, o.code, j.order_id as order
        from ledger_journals j left join orders o on o.tenant_id = ${tenant.id} and o.id = j.order_id
        where j.tenant_id = ${tenant.id} and j.id = ${id}`)
      if (!journal) return undefined
      const entries = await db.execute<Entry>(sql`
        select ${accountNameFor(sql`e.account_code`, member)} as account, sum(e.minor)::text as minor
        from ledger_entries e where e.tenant_id = ${tenant.id} and e.journal_id = ${id}
        group by 1 order by 2 desc`)
      return {
        ...journal,
        at: Temporal.Instant.from(journal.at).toString(),
        entries: entries
          .map(({ account, minor }) => ({ account, minor: BigInt(minor) }))
          .toSorted((a, b) => (a.minor < b.minor ? 1 : -1)),
      }
    },
    { readOnly: true },
  )
}

/** The limit of the table. An export has all entries. */
const MAX_ENTRIES = 10_000

/** Reads the entries of the matching journals as a table to download. */
export function readEntries(tenant: Tenant, query: BooksQuery, member: MemberId) {
  return inTenant(
    tenant.id,
    (db) =>
      db.execute<Line & { readonly account: string }>(sql`
        select j.id, j.kind, j.at::text as at, ${titleOfJournal(tenant.id)} as title, o.code,
          ${accountNameFor(sql`e.account_code`, member)} as account, sum(e.minor)::text as minor
        from ledger_journals j
        join ledger_entries e on e.tenant_id = ${tenant.id} and e.journal_id = j.id
        left join orders o on o.tenant_id = ${tenant.id} and o.id = j.order_id
        where ${matching(tenant, query)}
        group by j.id, j.kind, j.at, j.order_id, j.item_id, o.code, 6 order by j.at desc, j.id desc limit ${MAX_ENTRIES}`),
    { readOnly: true },
  )
}
