import type { Instant } from '#app/kernel/clock.ts'
import { readDay, readMonth } from '#app/kernel/dates.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { money, toDecimal } from '#app/kernel/money.ts'
import { JOURNAL_KINDS } from '#app/domains/books/journal-kinds.ts'
import { type BooksQuery, readEntries } from '#app/reads/books/open-books.server.ts'
import { csvResponse, writeCsv } from '#app/request/csv.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { pageNumber } from '#app/request/query.ts'

type Place = { readonly timeZone: string; readonly at: Instant }

/** Reads the query of the books. It ignores unknown values. Balances are those at the end of the requested day. */
export function booksAsked(
  query: URLSearchParams,
  { timeZone, at }: Place,
): { asked: BooksQuery; until: Instant } {
  return {
    asked: {
      kind: JOURNAL_KINDS.find((kind) => kind === query.get('kind')) ?? null,
      month: readMonth(query.get('month'))?.toString() ?? null,
      page: pageNumber(query),
    },
    until: endOf(query.get('until'), timeZone) ?? at,
  }
}

function endOf(date: string | null, timeZone: string): Instant | undefined {
  const next = readDay(date)?.add({ days: 1 })
  return next?.toZonedDateTime(timeZone).toInstant().subtract({ milliseconds: 1 })
}

/** Returns the requested entries as a file. */
export async function entriesCsv(
  tenant: Tenant,
  asked: BooksQuery,
  member: MemberId,
): Promise<Response> {
  const entries = await readEntries(tenant, asked, member)
  const rows = entries.map(({ id, kind, at, title, code, account, minor }) => [
    new Date(at).toISOString(),
    id,
    kind,
    title,
    code,
    account,
    toDecimal(money(BigInt(minor), tenant.currency)),
    tenant.currency,
  ])
  const head = 'at journal kind title order account amount currency'.split(' ')
  return csvResponse(`${tenant.slug}-books`, writeCsv(head, rows))
}
