import { readdirSync } from 'node:fs'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node'
import { type Context, Hono } from 'hono'
import { isLocale } from '#app/kernel/locale.ts'
import { isUnavailable } from '#app/kernel/unavailable.ts'
import { baseHost, forgetTenant, resolveSite } from '#tenants/resolve.server.ts'
import { listenForContent } from '#tenants/scope.server.ts'
import { settings } from './config.ts'
import { noSitePage } from './no-site-page.tsx'
import { limitBody } from './request/body-limit.server.ts'
import type { RequestContext } from './request/context.server.ts'
import { choiceCookie } from './request/cookies.ts'
import { countAnswers, mayReadMetrics, metrics, recordQueue } from './request/metrics.server.ts'
import { AnswerCache } from './request/answer-cache.ts'
import {
  BRANDING_PATHS,
  brandingFromCache,
  cacheable,
  type Env,
  fromCache,
} from './request/page-cache.server.ts'
import { candidateRoutes } from './request/candidate-routes.ts'
import { ownPath } from './request/own-path.ts'
import { isFromThisMachine, peerOf } from './request/peer.server.ts'
import { privateAnswers } from './request/private-answers.ts'
import { measure, readiness } from './request/ready.server.ts'
import { formTargets } from './request/form-targets.server.ts'
import { isSameOrigin, securityHeaders } from './request/security.ts'
import { Shortcuts } from './request/shortcut.ts'
import { filesOf } from './request/static-files.server.ts'
import { logFault } from './request/log.server.ts'
import { busyPage, unlessUnavailable } from './request/unavailable.server.ts'
import { surviveRejections } from './request/rejections.server.ts'
import { loggable, readQuery } from './site-map/look-up.ts'
import { pathTo } from './site-map/paths.ts'
import { startWorker } from './worker.server.ts'

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/**
 * How to serve: the Remix build and the port. The build is read again at each request, so that development can replace
 * it.
 */
export type ServerOptions = {
  readonly build: () => Promise<ServerBuild>
  readonly port: number
  readonly mode: 'production' | 'development'
  /** Development's compiler, which answers its own addresses first. */
  readonly before?: Middleware
}

/** Starts the web server and the queue's workers of this process. Returns a function that stops both, in order. */
export async function serve(options: ServerOptions): Promise<{ stop: () => Promise<void> }> {
  surviveRejections()
  const cache = new AnswerCache()
  const shortcuts = new Shortcuts(cache)
  const listener = getRequestListener(appFor(options, cache, shortcuts).fetch)
  const { before } = options
  const server = createServer((request, response) => {
    if (!isOfThisHost(request)) response.writeHead(400).end()
    else if (before) before(request, response, () => void listener(request, response))
    else if (!shortcuts.answer(request, response)) void listener(request, response)
  })
  const worker = settings().WORKERS === 0 ? null : startWorker()
  const stopListening = await listenForContent(
    (tenant) => {
      cache.outdate(tenant)
      forgetTenant(tenant)
    },
    () => {
      cache.clear()
      forgetTenant()
    },
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, resolve)
  })
  return {
    stop: async () => {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 5000).unref()
      })
      await worker?.stop()
      await stopListening()
    },
  }
}

/** The bytes of style sheets and patterns that are cached. */
const LOOKS_BYTES = 8 * 1024 * 1024

/**
 * Returns whether a request's target is a path. A target that names a host of its own could be answered as one site and
 * cached as another.
 */
const isOfThisHost = ({ url }: IncomingMessage) => url?.startsWith('/') === true

/** Returns a function that caches its last result, so that the routes of an unchanged build are read once. */
function memoizeLast<Input, Output>(make: (input: Input) => Output): (input: Input) => Output {
  let last: { readonly thing: Input; readonly made: Output } | undefined
  return (input) => {
    if (last?.thing !== input) last = { thing: input, made: make(input) }
    return last.made
  }
}

const IMMUTABLE = 'public, max-age=31536000, immutable'
/**
 * A public file keeps its name when it changes, so browsers ask again each time; an unchanged file is answered in a
 * few bytes.
 */
const REVALIDATED = 'public, no-cache'

/** The whole site as one function from Request to Response. */
function appFor(
  { build, mode, port }: ServerOptions,
  cache: AnswerCache,
  shortcuts: Shortcuts,
): Hono<Env> {
  const app = new Hono<Env>()
  // Anybody can ask for a pattern that nobody has asked for. Pages are in another cache, so such evict none.
  const looks = new AnswerCache(LOOKS_BYTES)
  const candidatesFor = memoizeLast(candidateRoutes)
  const handlers = new WeakMap<ServerBuild, RequestHandler>()
  const handlerFor = (built: ServerBuild, path: string) => {
    const candidate = candidatesFor(built)(path)
    const handler = handlers.get(candidate) ?? createRequestHandler(candidate, mode)
    handlers.set(candidate, handler)
    return handler
  }
  app.onError((fault, c) => {
    logFault(fault, { method: c.req.method, path: loggable(c.req.path) })
    return isUnavailable(fault) ? busyPage(c.req.raw) : noSitePage(c.req.raw, 'fault')
  })
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    const state = readiness(await measure())
    return c.text(state, state === 'ready' ? 200 : 503)
  })
  app.get('/metrics', async (c) => {
    const request = { local: isFromThisMachine(c), authorization: c.req.header('authorization') }
    if (!mayReadMetrics(request, settings().METRICS_TOKEN)) return c.text('', 403)
    recordQueue(await measure())
    return c.text(await metrics(), 200, { 'content-type': 'text/plain; version=0.0.4' })
  })
  app.use('*', countAnswers)
  app.use('*', async (c, next) => {
    await next()
    const cachedPage = c.get('cachedPage')
    const { pathname, search } = new URL(c.req.url)
    // A query that nobody reads has no shortcut of its own, so that nobody fills the cache with such.
    if (cachedPage && search === readQuery(pathname, search))
      shortcuts.save(c.req.raw.headers, pathname + search, cachedPage, c.res.headers)
  })
  app.use(
    '*',
    securityHeaders({
      formTargets: formTargets(port),
      secure: settings().PUBLIC_SCHEME === 'https',
    }),
  )
  app.get('/assets/:file', filesOf('build/client/assets', cache, IMMUTABLE))
  // Each public file has its own route, so that no page's address is looked up on the disk first.
  const publicFile = filesOf('public', cache, REVALIDATED)
  for (const file of readdirSync('public')) app.get(`/:file{${file}}`, publicFile)
  app.use('*', privateAnswers)
  app.use('*', limitBody)
  app.all('*', async (c) => {
    const refusal = refusedBeforePage(c)
    if (refusal) return refusal
    const language = c.req.query('lang')
    if (c.req.method === 'GET' && isLocale(language)) return chooseLanguage(c, language)
    const webhook = c.req.path === pathTo('/machines/stripe/events')
    if (!webhook && !isSameOrigin(c.req.raw, settings().PUBLIC_SCHEME))
      return noSitePage(c.req.raw, 'forged')
    const context = await contextOf(c)
    if (!context) return noSitePage(c.req.raw)
    const handler = handlerFor(await build(), c.req.path)
    const render = async () =>
      unlessUnavailable(c.req.raw, context, await handler(c.req.raw, context))
    const rendering = { context, render }
    if (c.req.method === 'GET' && BRANDING_PATHS.has(c.req.path))
      return brandingFromCache(looks, c, rendering)
    return cacheable(c, context) ? fromCache(cache, c, rendering) : rendering.render()
  })
  return app
}

/**
 * Refuses a request that no page of ours can answer: one with an unused method, an address with a NUL character, or
 * one that begins with two slashes, which a browser reads as another host when a page or a redirect repeats it.
 */
function refusedBeforePage(c: Context<Env>): Response | undefined {
  if (!['GET', 'HEAD', 'POST'].includes(c.req.method))
    return c.text('', 405, { allow: 'GET, HEAD, POST' })
  const readable = !c.req.url.includes('%00') && ownPath(new URL(c.req.url).pathname)
  return readable ? undefined : noSitePage(c.req.raw, 'unreadable')
}

function chooseLanguage(c: Context<Env>, language: string): Response {
  const url = new URL(c.req.url)
  url.searchParams.delete('lang')
  c.header('set-cookie', choiceCookie('lang', language))
  return c.redirect(ownPath(url.pathname + url.search) ?? pathTo('/'))
}

async function contextOf(c: Context<Env>): Promise<RequestContext | null> {
  const url = new URL(c.req.url)
  const resolved = await resolveSite(url.hostname)
  // An unknown host has a page with a pattern too; the pattern follows from its address alone.
  const site =
    resolved.kind === 'unknown' && url.pathname === pathTo('/pattern.svg')
      ? { kind: 'federation' as const }
      : resolved
  if (site.kind === 'unknown') return null
  return {
    site,
    host: url.hostname === '127.0.0.1' ? baseHost() : url.hostname,
    origin: url.origin,
    peer: peerOf(c),
    local: isFromThisMachine(c),
  }
}
