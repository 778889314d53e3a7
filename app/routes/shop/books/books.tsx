import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readBooks } from '#app/reads/books/books-page.server.ts'
import { atCoop } from '#app/request/guards.server.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { writeShare } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { MonthsTable } from '#app/ui/months.tsx'
import { Sankey } from '#app/ui/sankey.tsx'
import { Empty, PageHead, Shell } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'
import { SplitBar, SplitKey } from '#app/views/books/split-bar.tsx'
import { stayingBp, splitPartsOf } from '#app/views/books/split-parts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, at, t } = atCoop(args)
  return { title: t('books:title', { name: tenant.name }), books: await readBooks(tenant, at) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Books() {
  const { books } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const { currency } = useCoOp()
  const { workers, coOp, federation, card } = books.shared
  const total = workers + coOp + federation + card
  const amount = (minor: bigint) => writeMoney({ minor, currency }, formatLocale)
  const splitParts = splitPartsOf(books.shared, t, t('storefront:who.workers'))
  return (
    <Shell page="receipt">
      <main id="main" className="wrap page">
        {total === 0n ? (
          <Empty title={t('books:none')} />
        ) : (
          <>
            <PageHead
              kicker={t('books:span')}
              title={t('books:head', { total: amount(total), workers: amount(workers) })}
              lead={t('books:lead', {
                count: books.orders,
                percent: writeShare(stayingBp(books.shared), formatLocale),
              })}
            />
            <div className="stack">
              <Sankey
                source={t('books:customers')}
                sourceAmount={amount(total)}
                flows={splitParts.map(({ who, label, minor }) => ({
                  who,
                  label,
                  minor,
                  amount: amount(minor),
                }))}
              />
              {/* The diagram needs room: a phone shows the same parts as a bar. */}
              <div className="sm:hidden">
                <SplitBar splitParts={splitParts} caption={amount(workers)} />
              </div>
              <SplitKey splitParts={splitParts} currency={currency} />
              <MonthsTable
                rows={books.months.map(({ month, workers: part, total: all }) => ({
                  month,
                  all,
                  part,
                }))}
                currency={currency}
                heads={[t('books:total'), t('storefront:who.workers')]}
              />
            </div>
          </>
        )}
      </main>
    </Shell>
  )
}
