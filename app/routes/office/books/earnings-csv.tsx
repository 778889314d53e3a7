import type { LoaderFunctionArgs } from '@remix-run/node'
import { readStatement } from '#app/reads/books/member-account.server.ts'
import { asMember } from '#app/request/guards.server.ts'
import { statementCsv } from './earnings.server.ts'

const MOST = 10_000

/** Exports a member's own account. */
export async function loader(args: LoaderFunctionArgs) {
  const { tenant, member } = await asMember(args)
  return statementCsv(await readStatement(tenant, member.id, MOST), tenant.currency)
}
