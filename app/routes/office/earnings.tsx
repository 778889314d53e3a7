import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readStatement } from '#app/reads/member-account.server.ts'
import { asMember } from '#app/request/guards.server.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { MoneyText, MomentText } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Empty, OfficeShell, PageHead } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, member, t } = await asMember(args)
  return { title: t('office:statement'), ...(await readStatement(tenant, member.id)) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Earnings() {
  const { lines, owed } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const { currency, timeZone } = useCoOp()
  return (
    <OfficeShell page="plain">
      <main id="main" className="wrap page">
        <PageHead
          title={t('office:statement.head', {
            amount: writeMoney({ minor: owed, currency }, formatLocale),
          })}
        />
        <p>
          <a className="link" href="/office/earnings.csv">
            {t('accounts:csv')}
          </a>
        </p>
        {lines.length === 0 ? <Empty title={t('office:statement.none')} /> : null}
        <ul className="rows">
          {lines.map(({ at, title, code, minor }, index) => (
            <li className="line" key={index}>
              <span>
                <bdi>{title}</bdi> <span className="muted sm">{code}</span>
                <br />
                <span className="muted sm">
                  <MomentText at={at} style="date" timeZone={timeZone} />
                </span>
              </span>
              <b>
                <MoneyText minor={minor} currency={currency} />
              </b>
            </li>
          ))}
        </ul>
      </main>
    </OfficeShell>
  )
}
