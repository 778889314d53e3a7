import type { MiddlewareHandler } from 'hono'

type SecuritySettings = { readonly formTargets: readonly string[]; readonly secure: boolean }

/**
 * Returns middleware that sets what a browser may do with our pages: it loads nothing from elsewhere, runs only our
 * scripts, and shows them in no frame. Forms may end at the payment page and at our other hosts, because a browser
 * checks where a form is redirected to.
 */
export function securityHeaders({ formTargets, secure }: SecuritySettings): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action 'self' ${formTargets.join(' ')}`,
  ].join('; ')
  const headers = {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
  return async (c, next) => {
    await next()
    // c.header() would turn a finished answer's text into a stream, once for each header.
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
  }
}

/**
 * Returns whether a request that changes something comes from a page of this origin. Other co-ops are the same *site*
 * to a browser, so neither SameSite cookies nor `same-site` prove anything. A page has an origin: `none`, which a
 * browser says of what a person typed or of an extension's request, is no page of ours. `scheme` is the one that readers
 * use: the request's own is that of a proxy in front of it.
 */
export function isSameOrigin(request: Request, scheme: 'http' | 'https'): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  const fetchSite = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  // Both headers are checked: a request whose headers contradict each other is refused.
  if (origin !== null && origin !== `${scheme}://${new URL(request.url).host}`) return false
  return fetchSite === null ? origin !== null : fetchSite === 'same-origin'
}
