import type { MiddlewareHandler } from 'hono'
import { isPersonal } from '#app/site-map/look-up.ts'
import { readCookie } from './cookies.ts'
import { SESSION_COOKIE } from './session-cookie.ts'

const NO_STORE = 'private, no-store'

/**
 * Lets no browser and no proxy store what is one reader's: after signing out, the back button must not show a person's
 * pages to the next user of the machine. The site map says which addresses are. Of the others, what is answered to
 * somebody who is signed in, or gives a browser a cookie, is stored only if the answer itself says for how long.
 */
export const privateAnswers: MiddlewareHandler = async (c, next) => {
  await next()
  const { headers } = c.res
  const signedIn = readCookie(c.req.raw.headers.get('cookie'), SESSION_COOKIE) !== undefined
  const forThisReader = signedIn || headers.has('set-cookie') || c.req.method === 'POST'
  if (isPersonal(c.req.path) || (forThisReader && !headers.has('cache-control')))
    headers.set('cache-control', NO_STORE)
}
