import type { LoaderFunctionArgs } from '@remix-run/node'
import { ballotsAsCsv, ballotsAsJson } from '#app/domains/decisions/ballot-file.ts'
import { readBallots } from '#app/reads/decisions/ballots.server.ts'
import { csvResponse } from '#app/request/csv.ts'
import { atCoop, notFound } from '#app/request/guards.server.ts'

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' }

/** Exports the ballots of a closed vote, as CSV or as JSON by the end of the address, so that anybody can recount. */
export async function loader(args: LoaderFunctionArgs) {
  const { tenant, url, t } = atCoop(args)
  const [number, reading] = [args.params['number'] ?? '', url.searchParams.get('reading')]
  if (!/^\d{1,6}$/.test(number) || (reading !== null && !/^[12]$/.test(reading))) throw notFound()
  const file = await readBallots(tenant, Number(number), reading ? Number(reading) : null)
  if (!file) return new Response(t('refusals:no-ballots'), { status: 404, headers: PLAIN })
  const name = `${tenant.slug}-decision-${file.proposal}-reading-${file.reading}`
  if (url.pathname.endsWith('.csv')) return csvResponse(name, ballotsAsCsv(file))
  const headers = {
    'content-type': 'application/json',
    'content-disposition': `attachment; filename="${name}.json"`,
    'cache-control': 'private, no-store',
  }
  return new Response(ballotsAsJson(file), { headers })
}
