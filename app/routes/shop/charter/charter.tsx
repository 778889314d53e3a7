import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readCharterPage } from '#app/reads/charter/charter-page.server.ts'
import { atCoop, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { Clauses } from '#app/views/charter/clause.tsx'
import { writeMoment } from '#app/ui/figures.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { PageHead, Shell } from '#app/ui/shell.tsx'
import { useCoOp } from '#app/ui/site.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { tenant, t } = atCoop(args)
  const { version } = args.params
  if (version !== undefined && !/^\d{1,6}$/.test(version)) throw notFound()
  const page = await readCharterPage(tenant, version ? Number(version) : null)
  if (!page) throw notFound()
  return { title: t('charter:title', { name: tenant.name }), page }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function CharterPage() {
  const { page } = useLoaderData<typeof loader>()
  const { t, formatLocale } = useLanguage()
  const { name, timeZone, founding } = useCoOp()
  const date = (at: string) => writeMoment(at, 'date', { locale: formatLocale, timeZone })
  const named = ({ version, at }: { readonly version: number; readonly at: string }) =>
    founding
      ? t('charter:version.to-agree', { version })
      : t('charter:version', { version, date: date(at) })
  return (
    <Shell page="plain">
      <main id="main" className="wrap page">
        <PageHead
          kicker={named(page)}
          title={t('charter:head')}
          lead={t('charter:lead', { name })}
        />
        <div className="duo">
          <div>
            <Clauses charter={page.charter} lapsing={page.lapsing} />
          </div>
          <aside className="stack-s">
            <h2>{t('charter:history')}</h2>
            <ol className="rows">
              {page.history.map(({ version, at, reason, number, title }) => (
                <li key={version}>
                  <a
                    href={pathTo('/charter/:version', { version })}
                    aria-current={version === page.version ? 'true' : undefined}
                  >
                    {named({ version, at })}
                  </a>
                  <p className="text-sm text-muted" dir="auto">
                    {number ? (
                      <a href={pathTo('/decisions/:number', { number })}>
                        {t(
                          reason === 'sunset' ? 'decisions:charter.sunset' : 'charter:history.by',
                          { number, title: title ?? '' },
                        )}
                      </a>
                    ) : (
                      t('charter:history.founding')
                    )}
                  </p>
                </li>
              ))}
            </ol>
            <div>
              <p className="text-sm text-muted">{t('charter:seal')}</p>
              <p className="mono text-muted" dir="ltr">
                {page.hash.slice(0, 32)}
              </p>
            </div>
          </aside>
        </div>
      </main>
    </Shell>
  )
}
