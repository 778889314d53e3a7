import { randomBytes } from 'node:crypto'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { getConnInfo } from '@hono/node-server/conninfo'
import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { Hono, type Context } from 'hono'
import { baseHost, resolveSite } from '#tenants/resolve.server.ts'
import { databaseAnswers } from '#tenants/scope.server.ts'
import type { RequestContext } from './request/context.server.ts'
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
  const listener = getRequestListener(appFor(serving).fetch)
  const { before } = serving
  const server = createServer((request, response) =>
    before
      ? before(request, response, () => void listener(request, response))
      : void listener(request, response),
  )
  const worker = process.env['WORKERS'] === 'no' ? null : await startWorker()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(serving.port, resolve)
  })
  return {
    stop: async () => {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeIdleConnections()
      })
      await worker?.stop()
    },
  }
}

/** The whole site as one function from Request to Response. */
export function appFor({ build, mode }: Serving): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) =>
    (await databaseAnswers()) ? c.text('ready') : c.text('database', 503),
  )
  app.use(
    '/assets/*',
    serveStatic({
      root: 'build/client',
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.use('/*', serveStatic({ root: mode === 'production' ? 'build/client' : 'public' }))
  app.all('*', async (c) => {
    const context = await contextOf(c)
    if (!context) return c.text('No such site.', 404)
    return createRequestHandler(await build(), mode)(c.req.raw, context)
  })
  return app
}

async function contextOf(c: Context): Promise<RequestContext | null> {
  const url = new URL(c.req.url)
  const site = await resolveSite(url.hostname)
  if (site.kind === 'unknown') return null
  return {
    site,
    host: url.hostname === '127.0.0.1' ? baseHost() : url.hostname,
    origin: url.origin,
    peer: getConnInfo(c).remote.address ?? '',
    nonce: randomBytes(16).toString('base64'),
  }
}
