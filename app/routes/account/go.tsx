import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { startSignOn } from '#app/flows/accounts/sign-on.server.ts'
import { originOf } from '#app/paths.server.ts'
import { asPerson, notFound } from '#app/request/guards.server.ts'
import { chosenLanguage } from '#app/request/locale.ts'
import { safeReturn } from '#app/request/own-path.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { baseHost, hostOf } from '#tenants/resolve.server.ts'
import { slugOf, theSiteOf } from './sites.server.ts'

/**
 * Redirects a reader who is signed in here to another of our sites, and signs them in there. Only known sites are allowed.
 * The other site begins: it gives this browser a secret of its own and returns with its fingerprint, so that the
 * code which is made here opens nothing in any other browser.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { person, url, at, site } = await asPerson(args)
  const slug = await theSiteOf(url.searchParams.get('to'))
  const next = safeReturn(url.searchParams.get('return'), pathTo('/account'))
  if (slug === slugOf(site)) return redirect(next)
  const browser = url.searchParams.get('for')
  const there = originOf(slug)
  if (browser === null) {
    const language = chosenLanguage(args.request)
    const query = {
      from: slugOf(site) ?? '',
      return: next,
      lang: language,
    }
    return redirect(there + pathTo('/hand-over', query))
  }
  if (!/^[0-9a-f]{64}$/.test(browser)) throw notFound()
  const host = slug ? hostOf(slug) : baseHost()
  const code = await startSignOn(person.id, { host, browser, at })
  return redirect(there + pathTo('/hand-over', { code, return: next }))
}
