import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readPublicTerms } from '#app/reads/federation/federation-terms.server.ts'
import { atFederation } from '#app/request/guards.server.ts'
import { writeMoment, writePercent } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { at, t } = atFederation(args)
  return { title: t('common:nav.terms'), ...(await readPublicTerms(at)) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function FederationTerms() {
  const { now, upcoming, coOps } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const percent = (bp: number) => writePercent(bp, formatLocale)
  const day = (at: string) => writeMoment(at, 'date', { locale: formatLocale, timeZone: 'UTC' })
  return (
    <Shell>
      <main id="main" className="wrap page">
        <PageHead
          title={t('federation:terms.head', { percent: percent(now.feeBp) })}
          lead={t('federation:terms.lead', { count: coOps })}
        />
        <dl className="facts">
          <div>
            <dt>{t('federation:terms.fee')}</dt>
            <dd>{t('federation:terms.fee.what', { percent: percent(now.feeBp) })}</dd>
          </div>
          <div>
            <dt>{t('federation:terms.floor')}</dt>
            <dd>{t('federation:terms.floor.what', { percent: percent(now.workersFloorBp) })}</dd>
          </div>
          <div>
            <dt>{t('federation:terms.leave')}</dt>
            <dd>{t('federation:terms.leave.what')}</dd>
          </div>
          <div>
            <dt>{t('federation:terms.suspend')}</dt>
            <dd>{t('federation:terms.suspend.what')}</dd>
          </div>
        </dl>
        <p className="text-sm text-muted">
          {t('federation:terms.since', { version: now.version, date: day(now.from) })}
        </p>
        {upcoming.length > 0 ? (
          <section>
            <h2>{t('federation:terms.to-come')}</h2>
            <ul className="rows">
              {upcoming.map(({ version, feeBp, workersFloorBp, reason, from }) => (
                <li key={version}>
                  <p>
                    {t('federation:terms.from', {
                      date: day(from),
                      fee: percent(feeBp),
                      workers: percent(workersFloorBp),
                    })}
                  </p>
                  <p className="text-sm text-muted" dir="auto">
                    {reason}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </main>
    </Shell>
  )
}
