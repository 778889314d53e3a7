import type { MiddlewareHandler } from 'hono'

type Settings = { readonly formTargets: readonly string[]; readonly secure: boolean }

/**
 * What a browser may do with our pages: load nothing from elsewhere, run no script but ours, be framed by nobody. Forms
 * may end at the payment page and at our other hosts, because a browser counts where a form is redirected to.
 */
export function securityHeaders({ formTargets, secure }: Settings): MiddlewareHandler {
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
  const all = {
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
    // Not by c.header(), which turns a finished answer's text into a stream, once for each header.
    for (const [name, value] of Object.entries(all)) c.res.headers.set(name, value)
  }
}

/**
 * Whether a request that changes something comes from a page of this very origin. Other co-ops are the same *site* to
 * a browser, so neither SameSite cookies nor `same-site` prove anything.
 */
export function isSameOrigin(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  const fetchSite = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  // Both are looked at: what says two things of where it comes from is believed in neither.
  if (origin !== null && hostIn(origin) !== new URL(request.url).host) return false
  return fetchSite ? fetchSite === 'same-origin' || fetchSite === 'none' : origin !== null
}

/** The host of an origin; a proxy may have taken the scheme off on the way here. */
function hostIn(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
