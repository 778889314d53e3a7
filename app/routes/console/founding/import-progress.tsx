import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type ImportId, readId } from '#app/kernel/ids.ts'
import { readImport } from '#app/reads/founding/import-page.server.ts'
import { asAdmin, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { Slug } from '#app/views/founding/co-op-name.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { BuildProgress } from '#app/views/founding/build-progress.tsx'
import { FEDERATION_LOOK } from '#app/ui/marks.tsx'
import { ConsoleShell, PageHead } from '#app/ui/shell.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { t } = await asAdmin(args)
  const id = readId<ImportId>(args.params['id'])
  const page = id && (await readImport(id))
  if (!page) throw notFound()
  const waiting = page.rows.filter(({ state }) => state === 'waiting').length
  return { title: t('founding:many'), ...page, waiting }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? '' },
  ...(data && data.waiting > 0 ? [{ httpEquiv: 'refresh', content: '2' }] : []),
]

const TAG = { waiting: 'info', founded: 'ok', refused: 'bad' } as const

export default function ImportProgress() {
  const { rows, waiting } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const done = rows.length - waiting
  return (
    <ConsoleShell>
      <main id="main" className="wrap page">
        <PageHead
          title={
            waiting > 0
              ? t('founding:progress', { done, count: rows.length })
              : t('founding:progress.done', {
                  count: rows.filter(({ state }) => state === 'founded').length,
                })
          }
          lead={waiting > 0 ? t('founding:progress.leave') : undefined}
        />
        <BuildProgress look={FEDERATION_LOOK} done={done} of={rows.length} />
        <ol className="rows">
          {rows.map(({ position, slug, name, state, refusal }) => (
            <li key={position} className="line">
              <span>
                {state === 'founded' ? (
                  <a href={pathTo('/console/co-ops/:slug', { slug })}>
                    <bdi>{name}</bdi>
                  </a>
                ) : (
                  <bdi>{name}</bdi>
                )}{' '}
                <Slug slug={slug} />
              </span>
              <span className={`tag text-sm max-sm:whitespace-normal ${TAG[state]}`}>
                {refusal ? t(`refusals:${refusal}`) : t(`founding:row.${state}`)}
              </span>
            </li>
          ))}
        </ol>
      </main>
    </ConsoleShell>
  )
}
