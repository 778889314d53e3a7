import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { originOf } from '#app/paths.server.ts'
import { readSite } from '#app/reads/federation/co-op-site.server.ts'
import { chosenLanguage } from '#app/request/locale.ts'
import { atFederation, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'

/** Leads from the directory to a co-op's own site. It passes the chosen language on, because hosts share no cookies. */
export async function loader(args: LoaderFunctionArgs) {
  atFederation(args)
  const tenant = await readSite(args.params['slug'] ?? '')
  if (!tenant) throw notFound()
  const language = chosenLanguage(args.request)
  return redirect(originOf(tenant.slug) + pathTo('/', { lang: language }))
}
