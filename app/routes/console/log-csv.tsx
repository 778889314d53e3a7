import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLog } from '#app/reads/console-page.server.ts'
import { csvResponse, writeCsv } from '#app/request/csv.ts'
import { asAdmin } from '#app/request/guards.server.ts'
import { logAsked } from './asked.ts'

const MOST = 10_000

/** The log, as it was asked for, to take along. */
export async function loader(args: LoaderFunctionArgs) {
  const { url } = await asAdmin(args)
  const { rows } = await readLog({ ...logAsked(url.searchParams), page: 1 }, MOST)
  const cells = rows.map(({ at, actor, act, detail }) => [at, actor, act, detail])
  return csvResponse('log', writeCsv(['at', 'actor', 'act', 'detail'], cells))
}
