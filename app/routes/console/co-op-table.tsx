import { numberFormat } from '#app/kernel/formats.ts'
import type { readConsole } from '#app/reads/console-page.server.ts'
import { type Column, type ConsoleAsked, HEALTH_TAG } from '#app/reads/console-rows.ts'
import { MomentText, MoneyText, writePercent } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Cloth } from '#app/ui/marks.tsx'
import { consoleQuery } from './asked.ts'

type CoOps = Awaited<ReturnType<typeof readConsole>>['coOps']

const NUMBERS: ReadonlySet<Column> = new Set(['members', 'orders', 'sales', 'hourly'])
const SHOWN = ['name', 'health', 'members', 'orders', 'sales', 'hourly', 'lastOrder'] as const

/** All co-ops, a row each, sortable by every column. */
export function CoOpTable({
  coOps,
  asked,
}: {
  readonly coOps: CoOps
  readonly asked: ConsoleAsked
}) {
  const { t, formatLocale } = useLanguage()
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('common:nav.co-ops')}>
      <table>
        <thead>
          <tr>
            {SHOWN.map((column) => (
              <Head key={column} column={column} asked={asked} />
            ))}
            <th scope="col" className="n">
              {t('provision:column.stayed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {coOps.map((coOp) => (
            <tr key={coOp.slug} className={HEALTH_TAG[coOp.health] === 'bad' ? 'bad' : undefined}>
              <th scope="row">
                <span className="co">
                  <Cloth
                    look={`s=${coOp.slug}&c=${coOp.colour.slice(1)}&d=${coOp.colour2.slice(1)}`}
                    width={44}
                    height={44}
                    className="logo"
                  />
                  <span>
                    <a href={`/console/co-ops/${coOp.slug}`}>
                      <bdi>{coOp.name}</bdi>
                    </a>
                    <bdi className="muted sm">{coOp.city}</bdi>
                  </span>
                </span>
              </th>
              <td>
                <span className={`tag ${HEALTH_TAG[coOp.health]}`}>
                  {t(`provision:health.${coOp.health}`)}
                </span>
              </td>
              <td className="n">{numberFormat(formatLocale).format(coOp.members)}</td>
              <td className="n">{numberFormat(formatLocale).format(coOp.orders)}</td>
              <td className="n">
                <MoneyText minor={coOp.sales} currency={coOp.currency} whole />
              </td>
              <td className="n">
                {coOp.hourly === null ? (
                  '–'
                ) : (
                  <MoneyText minor={coOp.hourly} currency={coOp.currency} />
                )}
              </td>
              <td>
                {coOp.lastOrder ? (
                  <MomentText at={coOp.lastOrder} style="short" timeZone="UTC" />
                ) : (
                  '–'
                )}
              </td>
              <td className="n">
                {coOp.stayed === null ? '–' : writePercent(coOp.stayed, formatLocale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Head({ column, asked }: { readonly column: Column; readonly asked: ConsoleAsked }) {
  const { t } = useLanguage()
  const now = asked.sort === column
  const down = now ? !asked.down : NUMBERS.has(column)
  const query = consoleQuery({ ...asked, sort: column, down })
  return (
    <th
      scope="col"
      className={NUMBERS.has(column) ? 'n' : undefined}
      aria-sort={now ? (asked.down ? 'descending' : 'ascending') : undefined}
    >
      <a href={`/console?${query}`}>{t(`provision:column.${column}`)}</a>
    </th>
  )
}
