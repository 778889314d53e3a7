import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readLanding } from '#app/reads/federation/landing.server.ts'
import { atFederation } from '#app/request/guards.server.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Empty, PageHead, Shell } from '#app/ui/shell.tsx'
import { Directory } from './directory.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { at, url, t } = atFederation(args)
  const search = (url.searchParams.get('q') ?? '').slice(0, 80)
  const words = folded(search).split(/\s+/)
  const page = await readLanding(at)
  const coOps = page.coOps.filter(({ name, trade, city }) => {
    const said = folded(`${name} ${trade} ${city}`)
    return words.every((word) => said.includes(word))
  })
  return {
    title: t('federation:directory.title'),
    coOps,
    search,
    all: page.coOps.length,
    members: page.members,
  }
}

/** Returns a text in small letters without their marks, so that a search finds it however it is typed. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

export default function CoOps() {
  const { coOps, search, all, members } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <Shell page="plain">
      <main id="main" className="wrap page">
        <PageHead title={t('federation:directory.head', { count: all, members })} />
        <form method="get" className="filters" role="search">
          <p>
            <label htmlFor="q">{t('storefront:search')}</label>
            <input id="q" name="q" type="search" defaultValue={search} dir="auto" />
          </p>
          <button className="ghost">{t('storefront:show')}</button>
        </form>
        {coOps.length === 0 ? (
          <Empty title={t('storefront:listings.none')} />
        ) : (
          <Directory coOps={coOps} />
        )}
      </main>
    </Shell>
  )
}
