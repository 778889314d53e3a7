import { sql } from 'drizzle-orm'
import type { JournalId, MemberId } from '#app/kernel/ids.ts'
import { type Instant, Temporal } from '#app/kernel/clock.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { customersPaid, startOfYear } from '#app/rules/books/customers-paid.ts'
import type { JOURNAL_KINDS } from './journal-kinds.ts'
import { titleOfJournal } from './journal-title.ts'

export type BooksAsked = {
  readonly kind: (typeof JOURNAL_KINDS)[number] | null
  /** `2026-11`, by the co-op's calendar. */
  readonly month: string | null
  readonly page: number
}
type Reader = { readonly member: MemberId; readonly until: Instant }

const PER_PAGE = 25

/**
 * The account as this member reads it: their own by itself, all other members' as one. What one member earned is for
 * that member; what all of them did is for everybody.
 */
function shownAccount(code: ReturnType<typeof sql>, me: MemberId) {
  return sql`case when ${code} = ${`member:${me}`} then 'me' when ${code} like 'member:%' then 'members' else ${code} end`
}

function matching(tenant: Tenant, { kind, month }: BooksAsked) {
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

/** The co-op's ledger for its members: balances on a day, a year month by month, and every journal. */
export function readOpenBooks(tenant: Tenant, asked: BooksAsked, { member, until }: Reader) {
  return inTenant(
    tenant.id,
    async (db) => {
      const balances = await db.execute<Sum>(sql`
        select ${shownAccount(sql`e.account_code`, member)} as account, sum(e.minor)::text as minor
        from ledger_entries e join ledger_journals j on j.tenant_id = ${tenant.id} and j.id = e.journal_id
        where e.tenant_id = ${tenant.id} and j.at <= ${until.toString()}::timestamptz group by 1 order by 1`)
      const journals = await db.execute<Line>(sql`
        select j.id, j.kind, j.at::text as at, ${titleOfJournal(tenant.id)} as title, o.code,
          (select sum(e.minor) filter (where e.minor > 0) from ledger_entries e
            where e.tenant_id = ${tenant.id} and e.journal_id = j.id)::text as minor
        from ledger_journals j left join orders o on o.tenant_id = ${tenant.id} and o.id = j.order_id
        where ${matching(tenant, asked)} order by j.at desc, j.id desc
        limit ${PER_PAGE + 1} offset ${(asked.page - 1) * PER_PAGE}`)
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

/** Accounts that say where money is, and the others, which say whose it is, in the order in which they are read. */
const PLACES = ['clearing', 'card-costs']
const OWNERS = ['me', 'members', 'held', 'co-op', 'federation']

/** Balances as two sides that are alike: where the money is, and whose it is. What belongs to somebody is positive. */
function sidesOf(balances: readonly Sum[]) {
  const known = new Map([...PLACES, ...OWNERS].map((account, place) => [account, place]))
  const place = ({ account }: Sum) => PLACES.includes(account)
  const order = ({ account }: Sum) => known.get(account) ?? known.size
  const side = (sums: readonly Sum[], sign: bigint) => {
    const sorted = sums.toSorted((one, other) => order(one) - order(other))
    const lines = sorted.map(({ account, minor }) => ({ account, minor: BigInt(minor) * sign }))
    return { lines, total: lines.reduce((all, { minor }) => all + minor, 0n) }
  }
  return {
    there: side(balances.filter(place), 1n),
    whose: side(
      balances.filter((sum) => !place(sum)),
      -1n,
    ),
  }
}

/** Twelve months: what customers paid for what was done, and what became the members'. */
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

/** One journal: what moved, from where to where, and for which order. */
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
        select ${shownAccount(sql`e.account_code`, member)} as account, sum(e.minor)::text as minor
        from ledger_entries e where e.tenant_id = ${tenant.id} and e.journal_id = ${id}
        group by 1 order by 2 desc`)
      return {
        ...journal,
        at: Temporal.Instant.from(journal.at).toString(),
        entries: entries
          .map(({ account, minor }) => ({ account, minor: BigInt(minor) }))
          .toSorted((one, other) => (one.minor < other.minor ? 1 : -1)),
      }
    },
    { readOnly: true },
  )
}

/** More than this is an export's work. */
const MOST_ENTRIES = 10_000

/** Entries of the journals asked for, as a table to take along. */
export function readEntries(tenant: Tenant, asked: BooksAsked, member: MemberId) {
  return inTenant(
    tenant.id,
    (db) =>
      db.execute<Line & { readonly account: string }>(sql`
        select j.id, j.kind, j.at::text as at, ${titleOfJournal(tenant.id)} as title, o.code,
          ${shownAccount(sql`e.account_code`, member)} as account, sum(e.minor)::text as minor
        from ledger_journals j
        join ledger_entries e on e.tenant_id = ${tenant.id} and e.journal_id = j.id
        left join orders o on o.tenant_id = ${tenant.id} and o.id = j.order_id
        where ${matching(tenant, asked)}
        group by j.id, j.kind, j.at, j.order_id, j.item_id, o.code, 6 order by j.at desc, j.id desc limit ${MOST_ENTRIES}`),
    { readOnly: true },
  )
}
