import type { Context } from 'hono'
import { isCached, isCachedWith, readQuery } from '#app/site-map/look-up.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { type Answer, answerOf, responseFor } from './answer.ts'
import type { AnswerCache } from './answer-cache.ts'
import type { RequestContext } from './context.server.ts'
import { localeOf } from './locale.ts'
import type { CachedPage } from './shortcut.ts'

/** What the server knows of a request beside the request: the cached page that answered it, if one did. */
export type Env = { Variables: { cachedPage: CachedPage | undefined } }

/** The longest time for which a page is cached. Pages show who is free next, and that changes with the clock alone. */
const TEN_MINUTES = 600_000

/** Returns whether the answer is the same for everybody who is not signed in. */
export function cacheable(c: Context<Env>, { site }: RequestContext): boolean {
  if (c.req.method !== 'GET' || site.kind !== 'co-op' || site.tenant.state === 'suspended')
    return false
  const { pathname, search } = new URL(c.req.url)
  return isCached(pathname) && isCachedWith(pathname, readQuery(pathname, search))
}

type Rendering = { readonly context: RequestContext; readonly render: () => Promise<Response> }

/** Answers with a page from the cache, or renders it and saves it there. */
export async function fromCache(
  cache: AnswerCache,
  c: Context<Env>,
  { context, render }: Rendering,
): Promise<Response> {
  const { site } = context
  const request = c.req.raw
  if (site.kind !== 'co-op') return render()
  const url = new URL(request.url)
  const version = cache.version(site.tenant.id)
  const tenMinutes = Math.floor(Date.now() / TEN_MINUTES)
  const key = [
    site.tenant.id,
    version,
    tenMinutes,
    url.host,
    url.pathname,
    readQuery(url.pathname, url.search),
    localeOf(request, site.tenant.locale),
  ].join('\n')
  const cached = cache.find(key)
  const answer = (page: Answer) => {
    const until = (tenMinutes + 1) * TEN_MINUTES
    c.set('cachedPage', { answer: key, tenant: site.tenant.id, version, until })
    return responseFor(request, page)
  }
  if (cached) return answer(cached)
  const rendered = await render()
  if (rendered.status !== 200 || rendered.headers.has('set-cookie')) return rendered
  const body = new Uint8Array(await rendered.arrayBuffer())
  const page = answerOf(body, [
    ['content-type', rendered.headers.get('content-type') ?? ''],
    ['cache-control', 'private, no-cache'],
    ['vary', 'accept-language, cookie'],
  ])
  return answer(cache.save(key, page))
}

/** The routes of a site's branding. Each answer follows from its address and the site's colours. */
export const BRANDING_PATHS: ReadonlySet<string> = new Set([
  pathTo('/theme.css'),
  pathTo('/pattern.svg'),
])

/** Answers with a style sheet or a pattern. It is compressed once and cached until the site's content changes. */
export async function brandingFromCache(
  cache: AnswerCache,
  c: Context<Env>,
  { context: { site }, render }: Rendering,
): Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  const siteKey = site.kind === 'co-op' ? [site.tenant.id, cache.version(site.tenant.id)] : []
  const key = ['look', ...siteKey, pathname, search].join('\n')
  const cached = cache.find(key)
  if (cached) return responseFor(c.req.raw, cached)
  const rendered = await render()
  if (rendered.status !== 200) return rendered
  const headers = [...rendered.headers].filter(([name]) =>
    /^(content-type|cache-control)$/.test(name),
  )
  const answer = answerOf(new Uint8Array(await rendered.arrayBuffer()), headers)
  return responseFor(c.req.raw, search.length > 200 ? answer : cache.save(key, answer))
}
