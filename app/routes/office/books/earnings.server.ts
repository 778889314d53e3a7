import { money, toDecimal } from '#app/kernel/money.ts'
import type { readStatement } from '#app/reads/books/member-account.server.ts'
import { csvResponse, writeCsv } from '#app/request/csv.ts'

/** Returns the lines of a member's account as a file. */
export function statementCsv(
  { lines }: Awaited<ReturnType<typeof readStatement>>,
  currency: string,
): Response {
  const rows = lines.map(({ at, kind, title, code, minor }) => [
    at,
    kind,
    title,
    code,
    toDecimal(money(minor, currency)),
    currency,
  ])
  return csvResponse('account', writeCsv('at kind title order amount currency'.split(' '), rows))
}
