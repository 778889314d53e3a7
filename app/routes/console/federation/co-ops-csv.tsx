import type { LoaderFunctionArgs } from '@remix-run/node'
import { money, toDecimal } from '#app/kernel/money.ts'
import { readConsole } from '#app/reads/federation/console-page.server.ts'
import { csvResponse, writeCsv } from '#app/request/csv.ts'
import { asAdmin } from '#app/request/guards.server.ts'
import { consoleAsked } from './asked.ts'

/** The console's table as a file, as it is shown. */
export async function loader(args: LoaderFunctionArgs) {
  const { url, person, at } = await asAdmin(args)
  const { coOps } = await readConsole(consoleAsked(url.searchParams), { admin: person.id, at })
  const head =
    'slug name city blueprint state health members orders_12m sales_12m currency last_order'
  const rows = coOps.map((coOp) => [
    coOp.slug,
    coOp.name,
    coOp.city,
    coOp.blueprint,
    coOp.state,
    coOp.health,
    coOp.members,
    coOp.orders,
    toDecimal(money(coOp.sales, coOp.currency)),
    coOp.currency,
    coOp.lastOrder,
  ])
  return csvResponse('co-ops', writeCsv(head.split(' '), rows))
}
