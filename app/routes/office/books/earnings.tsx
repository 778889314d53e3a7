import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readMoment } from '#app/kernel/dates.ts'
import { readStatement } from '#app/reads/books/member-account.server.ts'
import { asMember } from '#app/request/guards.server.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { MoneyText, MomentText } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { writeMonth } from '#app/ui/months.tsx'
import { Empty, OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, member, t } = await asMember(args)
  const { owed, lines } = await readStatement(tenant, member.id, MOST)
  const monthOf = (at: string) =>
    readMoment(at)
      ?.toZonedDateTimeISO(tenant.timeZone)
      .toPlainDate()
      .toPlainYearMonth()
      .toString() ?? ''
  const months = [...new Set(lines.map(({ at }) => monthOf(at)))].map((month, index, all) => {
    const its = lines.filter(({ at }) => monthOf(at) === month)
    // The last month of a cut list lacks lines, so it has no sum.
    const whole = index < all.length - 1 || lines.length < MOST
    return {
      month,
      lines: its,
      sum: whole ? its.reduce((sum, { minor }) => sum + minor, 0n) : null,
    }
  })
  return { title: t('members:statement'), owed, months }
}

const MOST = 400

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Earnings() {
  const { months, owed } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const { currency, timeZone } = useCoOp()
  return (
    <OfficeShell>
      <main id="main" className="wrap page">
        <PageHead
          title={t('books:statement.head', {
            amount: writeMoney({ minor: owed, currency }, formatLocale),
          })}
        />
        <p>
          <a className="link" href={pathTo('/office/earnings.csv')}>
            {t('books:csv')}
          </a>
        </p>
        {months.length === 0 ? <Empty title={t('books:statement.none')} /> : null}
        {months.map(({ month, lines, sum }) => (
          <section key={month} className="month" aria-labelledby={`m${month}`}>
            <h2 id={`m${month}`}>
              <span>{writeMonth(month, 'long', formatLocale)}</span>
              {sum === null ? null : <MoneyText minor={sum} currency={currency} />}
            </h2>
            <ul className="rows">
              {lines.map(({ at, title, code, minor }, index) => (
                <li className="line" key={index}>
                  <span>
                    <bdi>{title}</bdi> <span className="text-muted text-sm">{code}</span>
                    <br />
                    <span className="text-muted text-sm">
                      <MomentText at={at} style="date" timeZone={timeZone} />
                    </span>
                  </span>
                  <b>
                    <MoneyText minor={minor} currency={currency} />
                  </b>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </main>
    </OfficeShell>
  )
}
