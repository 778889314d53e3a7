import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type JournalId, readId } from '#app/kernel/ids.ts'
import { readJournal } from '#app/reads/books/open-books.server.ts'
import { asMember, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { MomentText, MoneyText } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, member, t } = await asMember(args)
  const id = readId<JournalId>(args.params['id'])
  const journal = id && (await readJournal(tenant, id, member.id))
  if (!journal) throw notFound()
  return { title: t(`books:kind.${journal.kind}` as 'books:kind.settled'), journal }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

/** The cells of the last row. */
const TOTAL = 'border-t-[1.5px] border-b-0 border-ink font-semibold'

export default function Journal() {
  const { title, journal } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const { currency, timeZone } = useCoOp()
  const sum = (of: (minor: bigint) => boolean) =>
    journal.entries.reduce((all, { minor }) => (of(minor) ? all + minor : all), 0n)
  return (
    <OfficeShell page="plain">
      <main id="main" className="wrap page narrow">
        <p className="text-sm">
          <a className="link" href={pathTo('/office/books')}>
            {t('storefront:brand.room.books')}
          </a>
        </p>
        <PageHead
          kicker={<MomentText at={journal.at} style="full" timeZone={timeZone} />}
          title={title}
          lead={t(`books:what.${journal.kind}` as 'books:what.settled')}
        />
        {journal.order ? (
          <p>
            <a className="link" href={pathTo('/office/jobs/:id', { id: journal.order })}>
              <bdi>{journal.title}</bdi> <bdi className="mono">{journal.code}</bdi>
            </a>
          </p>
        ) : null}
        <table>
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('books:account')}</th>
              <th scope="col" className="n">
                {t('books:debit')}
              </th>
              <th scope="col" className="n">
                {t('books:credit')}
              </th>
            </tr>
          </thead>
          <tbody>
            {journal.entries.map(({ account, minor }) => (
              <tr key={account}>
                <th className="font-normal" scope="row">
                  {t(`books:account.${account}` as 'books:account.held')}
                </th>
                <td className="n">
                  {minor > 0n ? <MoneyText minor={minor} currency={currency} /> : null}
                </td>
                <td className="n">
                  {minor < 0n ? <MoneyText minor={-minor} currency={currency} /> : null}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th className={TOTAL} scope="row">
                {t('books:balances-out')}
              </th>
              <td className={`n ${TOTAL}`}>
                <MoneyText minor={sum((minor) => minor > 0n)} currency={currency} />
              </td>
              <td className={`n ${TOTAL}`}>
                <MoneyText minor={-sum((minor) => minor < 0n)} currency={currency} />
              </td>
            </tr>
          </tfoot>
        </table>
      </main>
    </OfficeShell>
  )
}
