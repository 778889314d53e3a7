import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readLanding } from '#app/reads/landing.server.ts'
import { atFederation } from '#app/request/guards.server.ts'
import { writeMoment, writePercent } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { at, t } = atFederation(args)
  const { terms, feeBp, coOps } = await readLanding(at)
  return { title: t('common:nav.terms'), terms, feeBp, count: coOps.length }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function FederationTerms() {
  const { terms, feeBp, count } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const percent = (bp: number) => writePercent(bp, formatLocale)
  return (
    <Shell page="plain">
      <main id="main" className="wrap page">
        <PageHead
          title={t('federation:terms.head', { percent: percent(feeBp) })}
          lead={t('federation:terms.lead', { count })}
        />
        <dl className="facts">
          <div>
            <dt>{t('federation:terms.fee')}</dt>
            <dd>{t('federation:terms.fee.what', { percent: percent(feeBp) })}</dd>
          </div>
          <div>
            <dt>{t('federation:terms.floor')}</dt>
            <dd>{t('federation:terms.floor.what', { percent: percent(terms.workersFloorBp) })}</dd>
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
        <p className="sm muted">
          {t('federation:terms.since', {
            version: terms.version,
            date: writeMoment(terms.from, 'date', { locale: formatLocale, timeZone: 'UTC' }),
          })}
        </p>
      </main>
    </Shell>
  )
}
