import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { JOURNAL_KINDS } from '#app/domains/books/journal-kinds.ts'
import { readOpenBooks } from '#app/reads/books/open-books.server.ts'
import { asMember } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { MomentText, MoneyText, writeMoment } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { writeMonth } from '#app/ui/months.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Empty, OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { PriceTable } from '#app/views/books/split-bar.tsx'
import { MonthChart } from './books-chart.tsx'
import { booksAsked } from './books.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, member, at, t, url } = await asMember(args)
  const { asked, until } = booksAsked(url.searchParams, { timeZone: tenant.timeZone, at })
  return {
    title: t('storefront:brand.room.books'),
    asked,
    until: until.toString(),
    query: url.search.replace(/[?&]page=\d+/, '').replace(/^\?/, ''),
    ...(await readOpenBooks(tenant, asked, { member: member.id, until })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function OpenBooks() {
  const page = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const { timeZone } = useCoOp()
  const day = writeMoment(page.until, 'date', { locale: formatLocale, timeZone })
  return (
    <OfficeShell>
      <main id="main" className="wrap page">
        <PageHead title={t('books:open-books.head')} lead={t('books:open-books.lead')} />
        {page.months.length > 0 ? <MonthChart months={page.months} /> : null}
        <div className="duo">
          <Journals />
          <section>
            <h2 className="mb-4 text-xl">{t('books:balances', { day })}</h2>
            <Balances />
            <form method="get" className="field mt-6">
              <label htmlFor="until">{t('books:until')}</label>
              <input id="until" name="until" type="date" defaultValue={page.until.slice(0, 10)} />
              <button className="ghost">{t('storefront:show')}</button>
            </form>
          </section>
        </div>
      </main>
    </OfficeShell>
  )
}

const SIDES = ['there', 'whose'] as const

/** The two sides of the balance: where the money is, and whose it is. Their sums are equal. */
function Balances() {
  const { balances } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const { currency } = useCoOp()
  return (
    <>
      {SIDES.map((side) => (
        <PriceTable
          key={side}
          rows={balances[side].lines.map(({ account, minor }) => ({
            name: t(`books:account.${account}` as 'books:account.held'),
            hint: t(`books:account.${account}.what` as 'books:account.held.what'),
            minor,
          }))}
          total={balances[side].total}
          currency={currency}
          caption={t(`books:side.${side}`)}
          format="ledger"
          totalLabel={t('books:sum')}
        />
      ))}
    </>
  )
}

function Journals() {
  const { journals, asked, more, query, months } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const { currency, timeZone } = useCoOp()
  const address = (page: number) =>
    pathTo('/office/books', new URLSearchParams(`${query}&page=${page}`))
  return (
    <section>
      <h2 className="mb-4 text-xl">{t('books:journals')}</h2>
      <form method="get" className="flt mb-4">
        <label className="sr-only" htmlFor="kind">
          {t('books:kind')}
        </label>
        <select id="kind" name="kind" defaultValue={asked.kind ?? ''}>
          <option value="">{t('books:kind.any')}</option>
          {JOURNAL_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`books:kind.${kind}`)}
            </option>
          ))}
        </select>
        <label className="sr-only" htmlFor="month">
          {t('books:month')}
        </label>
        <select id="month" name="month" defaultValue={asked.month ?? ''}>
          <option value="">{t('books:month.any')}</option>
          {months.toReversed().map(({ month }) => (
            <option key={month} value={month}>
              {writeMonth(month, 'long', formatLocale)}
            </option>
          ))}
        </select>
        <button className="ghost">{t('storefront:show')}</button>
        <button className="plain" formAction={pathTo('/office/books.csv')}>
          CSV
        </button>
      </form>
      {journals.length === 0 ? <Empty title={t('books:open-books.none')} /> : null}
      <ol className="rows">
        {journals.map(({ id, kind, at, title, code, minor }) => (
          <li key={id} className="line">
            <span>
              <a href={pathTo('/office/books/:id', { id })}>
                {t(`books:kind.${kind}` as 'books:kind.settled')}
              </a>
              <br />
              <span className="text-sm text-muted">
                <MomentText at={at} style="date" timeZone={timeZone} /> · <bdi>{title}</bdi>{' '}
                <bdi>{code}</bdi>
              </span>
            </span>
            <b>
              <MoneyText minor={minor} currency={currency} />
            </b>
          </li>
        ))}
      </ol>
      <Pager page={asked.page} more={more} address={address} />
    </section>
  )
}
