import { readdirSync } from 'node:fs'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isLocale } from '#app/kernel/locale.ts'
import { baseHost, forgetTenant, resolveSite } from '#tenants/resolve.server.ts'
import { databaseAnswers, listenForContent } from '#tenants/scope.server.ts'
import { settings } from './config.ts'
import { noSitePage } from './no-site-page.tsx'
import type { RequestContext } from './request/context.server.ts'
import { choiceCookie } from './request/cookies.ts'
import { localeOf } from './request/locale.ts'
import { counted, mayReadMetrics, metrics } from './request/metrics.server.ts'
import { type Answer, answerOf, answerTo } from './request/answer.ts'
import { AnswerCache } from './request/answer-cache.ts'
import { candidateRoutes } from './request/candidate-routes.ts'
import { isSameOrigin, securityHeaders } from './request/security.ts'
import { type Kept, Shortcuts } from './request/shortcut.ts'
import { filesOf } from './request/static-files.server.ts'
import { isCached } from './site-map/look-up.ts'
import { pathTo } from './site-map/paths.ts'
import { startWorker } from './worker.server.ts'

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** How to serve: the Remix build (asked for again at each request, so that development can replace it), and where. */
export type Serving = {
  readonly build: () => Promise<ServerBuild>
  readonly port: number
  readonly mode: 'production' | 'development'
  /** Development's compiler, which answers for its own addresses first. */
  readonly before?: Middleware
}

/** Starts the web server and the queue's workers of this process. Gives the way to stop both, in order. */
export async function serve(serving: Serving): Promise<{ stop: () => Promise<void> }> {
  const cache = new AnswerCache()
  const shortcuts = new Shortcuts(cache)
  const listener = getRequestListener(appFor(serving, cache, shortcuts).fetch)
  const { before } = serving
  const server = createServer((request, response) => {
    if (before) before(request, response, () => void listener(request, response))
    else if (!shortcuts.answer(request, response)) void listener(request, response)
  })
  const worker = settings().WORKERS === 0 ? null : await startWorker()
  const ignoringErrors = await listenForContent(
    (tenant) => {
      cache.outdate(tenant)
      forgetTenant(tenant)
    },
    () => {
      cache.forgetAll()
      forgetTenant()
    },
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(serving.port, resolve)
  })
  return {
    stop: async () => {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 5000).unref()
      })
      await worker?.stop()
      await ignoringErrors()
    },
  }
}

type Env = { Variables: { kept: Kept | undefined } }

/** Pages say when somebody is free next, which the clock changes by itself: none is kept longer than this. */
const TEN_MINUTES = 600_000

/** Remembers what was made of the last thing: a build that stays the same is taken apart once. */
function onceFor<Thing, Made>(make: (thing: Thing) => Made): (thing: Thing) => Made {
  let last: { readonly thing: Thing; readonly made: Made } | undefined
  return (thing) => {
    if (last?.thing !== thing) last = { thing, made: make(thing) }
    return last.made
  }
}

const FOR_EVER = 'public, max-age=31536000, immutable'
/** Its name stays when it changes: asked for again each time, and answered in a few bytes when it is the same. */
const CHECKED = 'public, no-cache'

/** The whole site as one function from Request to Response. */
function appFor(
  { build, mode, port }: Serving,
  cache: AnswerCache,
  shortcuts: Shortcuts,
): Hono<Env> {
  const app = new Hono<Env>()
  const narrowed = onceFor(candidateRoutes)
  const handlers = new WeakMap<ServerBuild, RequestHandler>()
  const handlerFor = (built: ServerBuild, path: string) => {
    const narrow = narrowed(built)(path)
    const handler = handlers.get(narrow) ?? createRequestHandler(narrow, mode)
    handlers.set(narrow, handler)
    return handler
  }
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) =>
    (await databaseAnswers().catch(() => false)) ? c.text('ready') : c.text('database', 503),
  )
  app.get('/metrics', async (c) => {
    const asking = {
      peer: peerOf(c),
      passedOn: !trustsProxy() && PASSED_ON.some((name) => c.req.header(name) !== undefined),
      authorization: c.req.header('authorization'),
    }
    if (!mayReadMetrics(asking, settings().METRICS_TOKEN)) return c.text('', 403)
    return c.text(await metrics(), 200, { 'content-type': 'text/plain; version=0.0.4' })
  })
  app.use('*', counted)
  app.use('*', async (c, next) => {
    await next()
    const kept = c.get('kept')
    const { pathname, search } = new URL(c.req.url)
    if (kept) shortcuts.remember(c.req.raw.headers, pathname + search, kept, c.res.headers)
  })
  app.use(
    '*',
    securityHeaders({
      formTargets: formTargets(port),
      secure: settings().PUBLIC_SCHEME === 'https',
    }),
  )
  app.get('/assets/:file', filesOf('build/client/assets', cache, FOR_EVER))
  // Asked for by name, so that no page's address is looked for on the disk first.
  const publicFile = filesOf('public', cache, CHECKED)
  for (const file of readdirSync('public')) app.get(`/:file{${file}}`, publicFile)
  app.use('*', bodyLimit({ maxSize: 40 * 1024 * 1024 }))
  app.all('*', async (c) => {
    const refusal = refusedBeforePage(c)
    if (refusal) return refusal
    const language = c.req.query('lang')
    if (c.req.method === 'GET' && isLocale(language)) return chooseLanguage(c, language)
    const webhook = c.req.path === pathTo('/machines/stripe/events')
    if (!webhook && !isSameOrigin(c.req.raw)) return noSitePage(c.req.raw, 'forged')
    const context = await contextOf(c)
    if (!context) return noSitePage(c.req.raw)
    const handler = handlerFor(await build(), c.req.path)
    const rendering = { context, render: () => handler(c.req.raw, context) }
    if (c.req.method === 'GET' && LOOKS.has(c.req.path)) return lookFromCache(cache, c, rendering)
    return cacheable(c, context) ? fromCache(cache, c, rendering) : rendering.render()
  })
  return app
}

/** What no page of ours can answer: a method nothing uses, an address with a character that no text may hold. */
function refusedBeforePage(c: Context<Env>): Response | undefined {
  if (!['GET', 'HEAD', 'POST'].includes(c.req.method))
    return c.text('', 405, { allow: 'GET, HEAD, POST' })
  return c.req.url.includes('%00') ? noSitePage(c.req.raw, 'unreadable') : undefined
}

/** A page that is the same for everybody who is not signed in. */
function cacheable(c: Context<Env>, { site }: RequestContext): boolean {
  if (c.req.method !== 'GET' || site.kind !== 'co-op' || site.tenant.state === 'suspended')
    return false
  return isCached(c.req.path)
}

type Rendering = { readonly context: RequestContext; readonly render: () => Promise<Response> }

async function fromCache(
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
    url.search,
    localeOf(request, site.tenant.locale),
  ].join('\n')
  const known = cache.find(key)
  const answer = (page: Answer) => {
    const until = (tenMinutes + 1) * TEN_MINUTES
    c.set('kept', { answer: key, tenant: site.tenant.id, version, until })
    return answerTo(request, page)
  }
  if (known) return answer(known)
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

/** What a site's looks are made of: each follows from its address and the site's colours. */
const LOOKS: ReadonlySet<string> = new Set([pathTo('/theme.css'), pathTo('/pattern.svg')])

/** Answers with a style sheet or a cloth, compressed once and saved while the site's content stays the same. */
async function lookFromCache(
  cache: AnswerCache,
  c: Context<Env>,
  { context: { site }, render }: Rendering,
): Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  const whose = site.kind === 'co-op' ? [site.tenant.id, cache.version(site.tenant.id)] : []
  const key = ['look', ...whose, pathname, search].join('\n')
  const known = cache.find(key)
  if (known) return answerTo(c.req.raw, known)
  const rendered = await render()
  if (rendered.status !== 200) return rendered
  const headers = [...rendered.headers].filter(([name]) =>
    /^(content-type|cache-control)$/.test(name),
  )
  const answer = answerOf(new Uint8Array(await rendered.arrayBuffer()), headers)
  return answerTo(c.req.raw, search.length > 200 ? answer : cache.save(key, answer))
}

function chooseLanguage(c: Context<Env>, language: string): Response {
  const url = new URL(c.req.url)
  url.searchParams.delete('lang')
  c.header('set-cookie', choiceCookie('lang', language))
  return c.redirect(url.pathname + url.search)
}

function formTargets(port: number): string[] {
  const { STRIPE_SECRET_KEY: stripe, STRIPE_SANDBOX_PORT: twin, PUBLIC_SCHEME: scheme } = settings()
  const pay = stripe ? 'https://checkout.stripe.com' : `http://localhost:${twin}`
  const shown = scheme === 'https' ? '' : `:${port}`
  return [pay, `${scheme}://${baseHost()}${shown}`, `${scheme}://*.${baseHost()}${shown}`]
}

async function contextOf(c: Context<Env>): Promise<RequestContext | null> {
  const url = new URL(c.req.url)
  const found = await resolveSite(url.hostname)
  // Also a host of nobody's has a page to dress: what a cloth looks like follows from its address alone.
  const site =
    found.kind === 'unknown' && url.pathname === pathTo('/pattern.svg')
      ? { kind: 'federation' as const }
      : found
  if (site.kind === 'unknown') return null
  return {
    site,
    host: url.hostname === '127.0.0.1' ? baseHost() : url.hostname,
    origin: url.origin,
    peer: peerOf(c),
  }
}

const trustsProxy = () => settings().TRUST_PROXY

/** By these a proxy says that it passes a request on. */
const PASSED_ON = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via', 'x-real-ip']

/** Where the request came from. What a proxy says of it counts only where one is known to stand in front. */
function peerOf(c: Context<Env>): string {
  const forwarded = trustsProxy()
    ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined
  return forwarded ?? getConnInfo(c).remote.address ?? ''
}
