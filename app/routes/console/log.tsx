import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AUDIT_ACTS } from '#app/domains/federation/audit.ts'
import { type LogAsked, readLog } from '#app/reads/console-page.server.ts'
import { csvResponse, writeCsv } from '#app/request/csv.ts'
import { asAdmin } from '#app/request/guards.server.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { ConsoleShell, PageHead } from '#app/ui/shell.tsx'
import { LogRows } from './log-rows.tsx'

const MOST = 10_000

export async function loader(args: LoaderFunctionArgs) {
  const { t, url } = await asAdmin(args)
  const query = url.searchParams
  const asked: LogAsked = {
    slug: (query.get('co-op') ?? '').slice(0, 40),
    act: AUDIT_ACTS.find((act) => act === query.get('act')) ?? '',
    page: Math.min(10_000, Math.max(1, Math.floor(Number(query.get('page'))) || 1)),
  }
  if (query.get('as') === 'csv') {
    const { rows } = await readLog({ ...asked, page: 1 }, MOST)
    const cells = rows.map(({ at, actor, act, detail }) => [at, actor, act, detail])
    throw csvResponse('log', writeCsv(['at', 'actor', 'act', 'detail'], cells))
  }
  return { title: t('provision:nav.log'), asked, ...(await readLog(asked)) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function Log() {
  const { asked, rows, more, coOps } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const address = (page: number) =>
    `/console/log?${new URLSearchParams({ 'co-op': asked.slug, act: asked.act, page: String(page) })}`
  return (
    <ConsoleShell>
      <main id="main" className="wrap page">
        <PageHead title={t('provision:log.head')} lead={t('provision:log.lead')} />
        <form className="flt" method="get">
          <label className="vh" htmlFor="co-op">
            {t('provision:co-op')}
          </label>
          <select id="co-op" name="co-op" defaultValue={asked.slug}>
            <option value="">{t('provision:log.any')}</option>
            {coOps.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
          <label className="vh" htmlFor="act">
            {t('provision:log.act')}
          </label>
          <select id="act" name="act" defaultValue={asked.act}>
            <option value="">{t('provision:log.all')}</option>
            {AUDIT_ACTS.map((act) => (
              <option key={act} value={act}>
                {t(`console:act.${act}`)}
              </option>
            ))}
          </select>
          <button className="ghost">{t('shop:show')}</button>
          <button className="plain" name="as" value="csv">
            CSV
          </button>
        </form>
        <LogRows rows={rows} />
        <p className="row-acts">
          {asked.page > 1 ? (
            <a className="link" href={address(asked.page - 1)}>
              {t('provision:newer')}
            </a>
          ) : null}
          {more ? (
            <a className="link" href={address(asked.page + 1)}>
              {t('provision:older')}
            </a>
          ) : null}
        </p>
      </main>
    </ConsoleShell>
  )
}
