import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readLanding } from '#app/reads/federation/landing.server.ts'
import { readStorefrontPage } from '#app/reads/storefront/storefront-page.server.ts'
import { asVisitor } from '#app/request/guards.server.ts'
import { refuseSuspended } from '#app/request/suspended.server.ts'
import { Landing } from '#app/routes/federation/landing.tsx'
import { storefrontTitle } from '#app/routes/shop/storefront/page-title.ts'
import { Storefront } from '#app/routes/shop/storefront/storefront.tsx'

/** The one address that both kinds of site have: it asks which it is on. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, at, t } = asVisitor(args)
  if (site.kind === 'federation')
    return {
      kind: 'federation' as const,
      title: t('federation:title'),
      page: await readLanding(at),
    }
  refuseSuspended(site.tenant, t)
  return {
    kind: 'co-op' as const,
    title: storefrontTitle(site.tenant),
    about: site.tenant.tagline,
    page: await readStorefrontPage(site.tenant, at),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? '' },
  ...(data?.kind === 'co-op' && data.about ? [{ name: 'description', content: data.about }] : []),
]

export default function Home() {
  const data = useLoaderData<typeof loader>()
  return data.kind === 'co-op' ? <Storefront page={data.page} /> : <Landing page={data.page} />
}
