import { randomBytes } from 'node:crypto'
import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { finishSignOn } from '#app/flows/accounts/sign-on.server.ts'
import { originOf } from '#app/paths.server.ts'
import { readCookie } from '#app/request/cookies.ts'
import { asVisitor, notFound, sha256 } from '#app/request/guards.server.ts'
import { safeReturn } from '#app/request/own-path.ts'
import { SIGN_ON_COOKIE, signOnCookie, replaceSession } from '#app/request/session.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { slugOf, theSiteOf } from './sites.server.ts'

/**
 * Signs a reader in who is signed in on another of our hosts. Without a code it begins: it gives this browser a secret
 * and redirects it to that host. With a code it ends: the code is valid once, within a minute, for this host and browser.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { url, host, at, site } = asVisitor(args)
  const next = safeReturn(url.searchParams.get('return'), pathTo('/account'))
  const known = readCookie(args.request.headers.get('cookie'), SIGN_ON_COOKIE)
  const code = url.searchParams.get('code')
  if (code === null) {
    const from = await theSiteOf(url.searchParams.get('from'))
    const here = slugOf(site)
    if (from === here) throw notFound()
    const secret = known || randomBytes(32).toString('base64url')
    const query = { to: here ?? '', for: sha256(secret), return: next }
    return redirect(originOf(from) + pathTo('/go', query), {
      headers: { 'set-cookie': signOnCookie(secret) },
    })
  }
  const taken = known ? await finishSignOn({ code, secret: known }, { host, at }) : undefined
  if (!taken?.ok) return redirect(pathTo('/sign-in', { return: next }))
  const headers = new Headers(await replaceSession(args, taken.value))
  headers.append('set-cookie', signOnCookie(''))
  return redirect(next, { headers })
}
