import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AUDIT_ACTS } from '#app/domains/federation/audit.ts'
import { readLog } from '#app/reads/federation/console-page.server.ts'
import { asAdmin } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { nameAndSlug } from '#app/views/founding/co-op-name.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { ConsoleShell, PageHead } from '#app/ui/shell.tsx'
import { logAsked } from './asked.ts'
import { LogRows } from './log-rows.tsx'
import { inWords } from './log-words.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { t, locale, url } = await asAdmin(args)
  const asked = logAsked(url.searchParams)
  const { rows, more, coOps } = await readLog(asked)
  return {
    title: t('federation:nav.log'),
    asked,
    more,
    coOps,
    rows: rows.map((row) => inWords(row, { t, locale })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Log() {
  const { asked, rows, more, coOps } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const address = (page: number) =>
    pathTo('/console/log', { 'co-op': asked.slug, act: asked.act, page: String(page) })
  return (
    <ConsoleShell>
      <main id="main" className="wrap page">
        <PageHead title={t('federation:log.head')} lead={t('federation:log.lead')} />
        <form className="flt mb-6" method="get">
          <label className="sr-only" htmlFor="co-op">
            {t('federation:co-op')}
          </label>
          <select id="co-op" name="co-op" className="max-w-full" defaultValue={asked.slug}>
            <option value="">{t('federation:log.any')}</option>
            {coOps.map((coOp) => (
              <option key={coOp.slug} value={coOp.slug}>
                {nameAndSlug(coOp)}
              </option>
            ))}
          </select>
          <label className="sr-only" htmlFor="act">
            {t('federation:log.act')}
          </label>
          <select id="act" name="act" className="max-w-full" defaultValue={asked.act}>
            <option value="">{t('federation:log.all')}</option>
            {AUDIT_ACTS.map((act) => (
              <option key={act} value={act}>
                {t(`federation:act.${act}`)}
              </option>
            ))}
          </select>
          <button className="ghost">{t('storefront:show')}</button>
          <button className="plain" formAction={pathTo('/console/log.csv')}>
            CSV
          </button>
        </form>
        <LogRows rows={rows} />
        <Pager page={asked.page} more={more} address={address} />
      </main>
    </ConsoleShell>
  )
}
