import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLog } from '#app/reads/federation/console-page.server.ts'
import { csvResponse, writeCsv } from '#app/request/csv.ts'
import { asAdmin } from '#app/request/guards.server.ts'
import { logAsked } from './asked.ts'
import { inWords } from './log-words.ts'

const MOST = 10_000

/** The log as a file, with the rows that the query asks for. */
export async function loader(args: LoaderFunctionArgs) {
  const { t, locale, url } = await asAdmin(args)
  const { rows } = await readLog({ ...logAsked(url.searchParams), page: 1 }, MOST)
  const cells = rows.map((row) => {
    const { at, actor, act, coOp } = row
    const { said, reason } = inWords(row, { t, locale })
    return [at, actor, act, coOp?.slug ?? '', coOp?.name ?? '', said, reason]
  })
  const head = ['at', 'actor', 'act', 'slug', 'name', 'said', 'reason']
  return csvResponse('log', writeCsv(head, cells))
}
