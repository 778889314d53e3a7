import type { ReactNode } from 'react'
import { numberFormat } from '#app/kernel/formats.ts'
import type { readConsole } from '#app/reads/federation/console-page.server.ts'
import {
  type Column,
  type ConsoleAsked,
  HEALTH_TAG,
  MONEY_COLUMNS,
} from '#app/reads/federation/console-rows.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { Slug } from '#app/views/founding/co-op-name.tsx'
import { MomentText, MoneyText, writeCurrency, writeShare } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Cloth } from '#app/ui/marks.tsx'
import { consoleQuery } from './asked.ts'

type Figure = Exclude<(typeof SHOWN)[number], 'name' | 'health'> | 'stayed'
type CoOps = Awaited<ReturnType<typeof readConsole>>['coOps']

const NUMBERS: ReadonlySet<Column> = new Set(['members', 'orders', ...MONEY_COLUMNS])
const SHOWN = ['name', 'health', 'members', 'orders', 'sales', 'hourly', 'lastOrder'] as const

/** All co-ops, a row each, sortable by every column; by money, a group for each currency. */
export function CoOpTable({
  coOps,
  asked,
}: {
  readonly coOps: CoOps
  readonly asked: ConsoleAsked
}) {
  const { t, formatLocale } = useLanguage()
  const currencies = [...new Set(coOps.map(({ currency }) => currency))]
  const byCurrency = MONEY_COLUMNS.has(asked.sort) && currencies.length > 1
  const rows = (of: CoOps) => of.map((coOp) => <CoOpRow key={coOp.slug} coOp={coOp} />)
  return (
    <>
      {byCurrency ? <p className="hint">{t('federation:by-currency')}</p> : null}
      <div className="scroll" tabIndex={0} role="region" aria-label={t('common:nav.co-ops')}>
        <table className="co-ops">
          <thead>
            <tr>
              {SHOWN.map((column) => (
                <Head key={column} column={column} asked={asked} />
              ))}
              <th scope="col" className="n">
                {t('federation:column.stayed')}
              </th>
            </tr>
          </thead>
          {byCurrency ? (
            currencies.map((currency) => (
              <tbody key={currency}>
                <tr className="of">
                  <th scope="rowgroup" colSpan={SHOWN.length + 1}>
                    {writeCurrency(currency, formatLocale)}
                  </th>
                </tr>
                {rows(coOps.filter((coOp) => coOp.currency === currency))}
              </tbody>
            ))
          ) : (
            <tbody>{rows(coOps)}</tbody>
          )}
        </table>
      </div>
    </>
  )
}

function CoOpRow({ coOp }: { readonly coOp: CoOps[number] }) {
  const { t, formatLocale } = useLanguage()
  const count = numberFormat(formatLocale)
  return (
    <tr className={HEALTH_TAG[coOp.health] === 'bad' ? 'bad' : undefined}>
      <th scope="row">
        <span className="co">
          <Cloth
            look={`s=${coOp.slug}&c=${coOp.colour.slice(1)}&d=${coOp.colour2.slice(1)}`}
            width={44}
            height={44}
            className="logo"
          />
          <span>
            <a href={pathTo('/console/co-ops/:slug', { slug: coOp.slug })}>
              <bdi>{coOp.name}</bdi>
            </a>
            <span className="text-muted text-sm">
              <Slug slug={coOp.slug} />
              {coOp.city ? ' · ' : null}
              <bdi>{coOp.city}</bdi>
            </span>
          </span>
        </span>
      </th>
      <td className="how">
        <span className={`tag ${HEALTH_TAG[coOp.health]}`}>
          {t(`federation:health.${coOp.health}`)}
        </span>
        {coOp.health === coOp.state ? null : (
          <span className="state text-muted text-sm">{t(`federation:state.${coOp.state}`)}</span>
        )}
      </td>
      <Cell column="members">{count.format(coOp.members)}</Cell>
      <Cell column="orders">{count.format(coOp.orders)}</Cell>
      <Cell column="sales">
        <MoneyText minor={coOp.sales} currency={coOp.currency} whole />
      </Cell>
      <Cell column="hourly">
        {coOp.hourly === null ? '–' : <MoneyText minor={coOp.hourly} currency={coOp.currency} />}
      </Cell>
      <Cell column="lastOrder">
        {coOp.lastOrder ? (
          <MomentText at={coOp.lastOrder} style="short" timeZone={coOp.timeZone} />
        ) : (
          '–'
        )}
      </Cell>
      <Cell column="stayed">
        {coOp.stayed === null ? '–' : writeShare(coOp.stayed, formatLocale)}
      </Cell>
    </tr>
  )
}

/** One figure. On a phone, where a co-op is a block and not a row, it is named there. */
function Cell({ column, children }: { readonly column: Figure; readonly children: ReactNode }) {
  const { t } = useLanguage()
  return (
    <td
      className={column === 'lastOrder' ? undefined : 'n'}
      data-label={t(`federation:column.${column}`)}
    >
      {children}
    </td>
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
      <a href={pathTo('/console', new URLSearchParams(query))}>
        {t(`federation:column.${column}`)}
      </a>
    </th>
  )
}
