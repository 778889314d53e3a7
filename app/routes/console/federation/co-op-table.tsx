import type { ReactNode } from 'react'
import { numberFormat } from '#app/kernel/formats.ts'
import type { readConsole } from '#app/reads/federation/console-page.server.ts'
import {
  type Column,
  type ConsoleQuery,
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

/* On a phone, a co-op is a block and not a row, and its figures are labelled. */
const ROW =
  'max-sm:grid max-sm:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)] max-sm:gap-x-4 max-sm:gap-y-2 max-sm:border-b max-sm:border-line max-sm:py-4'
const BAD =
  'bg-[color-mix(in_oklab,var(--color-madder)_8%,var(--color-surface))] max-sm:-mx-gut max-sm:px-gut'
const CELL = 'py-2 max-sm:border-0 max-sm:p-0 max-sm:text-start max-sm:wrap-anywhere'
const LABELLED =
  'max-sm:before:block max-sm:before:text-xs max-sm:before:leading-[1.3] max-sm:before:text-muted max-sm:before:content-[attr(data-label)]'
const SORTED = {
  up: "text-ink after:whitespace-pre after:content-['_↑']",
  down: "text-ink after:whitespace-pre after:content-['_↓']",
} as const

/** The table of all co-ops, with one row for each. It can be sorted by every column; sorted by money, it has a group for each currency. */
export function CoOpTable({
  coOps,
  asked,
}: {
  readonly coOps: CoOps
  readonly asked: ConsoleQuery
}) {
  const { t, formatLocale } = useLanguage()
  const currencies = [...new Set(coOps.map(({ currency }) => currency))]
  const byCurrency = MONEY_COLUMNS.has(asked.sort) && currencies.length > 1
  const rows = (of: CoOps) => of.map((coOp) => <CoOpRow key={coOp.slug} coOp={coOp} />)
  return (
    <>
      {byCurrency ? <p className="hint">{t('federation:by-currency')}</p> : null}
      <div className="scroll" tabIndex={0} role="region" aria-label={t('common:nav.co-ops')}>
        <table className="text-md max-sm:block">
          <thead>
            <tr className="max-sm:flex max-sm:flex-wrap max-sm:gap-x-5 max-sm:border-b-[1.5px] max-sm:border-ink">
              {SHOWN.map((column) => (
                <Head key={column} column={column} asked={asked} />
              ))}
              <th scope="col" className="n py-2 align-middle max-sm:hidden">
                {t('federation:column.stayed')}
              </th>
            </tr>
          </thead>
          {byCurrency ? (
            currencies.map((currency) => (
              <tbody key={currency} className="max-sm:block">
                <tr className={ROW}>
                  <th
                    scope="rowgroup"
                    colSpan={SHOWN.length + 1}
                    className="ps-0 pe-0 pt-5 pb-2 font-semibold max-sm:col-span-full max-sm:border-0 max-sm:text-start max-sm:wrap-anywhere"
                  >
                    {writeCurrency(currency, formatLocale)}
                  </th>
                </tr>
                {rows(coOps.filter((coOp) => coOp.currency === currency))}
              </tbody>
            ))
          ) : (
            <tbody className="max-sm:block">{rows(coOps)}</tbody>
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
    <tr className={HEALTH_TAG[coOp.health] === 'bad' ? `${ROW} ${BAD}` : ROW}>
      <th scope="row" className={`ps-3 ${CELL} max-sm:col-span-full`}>
        <span className="relative flex min-h-14 items-center gap-4 leading-[1.25] whitespace-nowrap max-sm:whitespace-normal">
          <Cloth
            look={`s=${coOp.slug}&c=${coOp.colour.slice(1)}&d=${coOp.colour2.slice(1)}`}
            width={44}
            height={44}
            className="size-11 rounded"
          />
          <span className="grid font-normal">
            <a
              href={pathTo('/console/co-ops/:slug', { slug: coOp.slug })}
              className="flex min-h-[1.9rem] items-end text-lg/[1.25] font-semibold tracking-tight no-underline after:absolute after:inset-0 hover:underline"
            >
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
      <td className={`${CELL} max-sm:col-span-full max-sm:flex max-sm:flex-wrap max-sm:gap-x-4`}>
        <span className={`tag text-sm max-sm:whitespace-normal ${HEALTH_TAG[coOp.health]}`}>
          {t(`federation:health.${coOp.health}`)}
        </span>
        {coOp.health === coOp.state ? null : (
          <span className="hidden text-sm text-muted max-sm:inline">
            {t(`federation:state.${coOp.state}`)}
          </span>
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

/** One figure of a co-op. On a phone, where a co-op is a block and not a row, the figure has its name beside it. */
function Cell({ column, children }: { readonly column: Figure; readonly children: ReactNode }) {
  const { t } = useLanguage()
  return (
    <td
      className={`${CELL} ${LABELLED} ${column === 'lastOrder' ? '' : 'n'}`}
      data-label={t(`federation:column.${column}`)}
    >
      {children}
    </td>
  )
}

function Head({ column, asked }: { readonly column: Column; readonly asked: ConsoleQuery }) {
  const { t } = useLanguage()
  const now = asked.sort === column
  const down = now ? !asked.down : NUMBERS.has(column)
  const query = consoleQuery({ ...asked, sort: column, down })
  return (
    <th
      scope="col"
      className={`py-2 align-middle max-sm:border-0 max-sm:p-0 ${NUMBERS.has(column) ? 'n' : ''}`}
      aria-sort={now ? (asked.down ? 'descending' : 'ascending') : undefined}
    >
      <a
        href={pathTo('/console', new URLSearchParams(query))}
        className={`inline-flex min-h-target items-center no-underline decoration-current decoration-auto hover:underline max-sm:underline ${now ? SORTED[asked.down ? 'down' : 'up'] : ''}`}
      >
        {t(`federation:column.${column}`)}
      </a>
    </th>
  )
}
