import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { noSitePage } from '#app/no-site-page.tsx'
import { takesFile } from '#app/site-map/look-up.ts'

/** The bytes of a form without a file. The longest texts of all fields of our longest form are shorter. */
const FORM_BYTES = 200 * 1024
const FILE_BYTES = 40 * 1024 * 1024

/** Answers before the body was read, so the connection cannot take another request. */
function onError(c: Context): Response {
  const answer = noSitePage(c.req.raw, 'large')
  answer.headers.set('connection', 'close')
  return answer
}

const [ofForm, ofFile] = [FORM_BYTES, FILE_BYTES].map((maxSize) => bodyLimit({ maxSize, onError }))

/** Refuses a body that is larger than the form of its page can be: 413. */
export const limitBody: MiddlewareHandler = (c, next) => {
  const limit = takesFile(c.req.path) ? ofFile : ofForm
  return limit ? limit(c, next) : next()
}
