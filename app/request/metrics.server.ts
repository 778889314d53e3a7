import { createHash, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

const registry = new Registry()
collectDefaultMetrics({ register: registry })

const seconds = new Histogram({
  name: 'twiza_request_seconds',
  help: 'How long answers took, by method and status class.',
  labelNames: ['method', 'status'],
  buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
  registers: [registry],
})

/** Counts each answer. Paths are left out: they hold what people looked for. */
export const counted: MiddlewareHandler = async (c, next) => {
  const stop = seconds.startTimer({ method: c.req.method })
  await next()
  stop({ status: `${Math.floor(c.res.status / 100)}xx` })
}

/** Counts an answer that took no route, in seconds. */
export function timed(method: string, status: number, took: number): void {
  seconds.observe({ method, status: `${Math.floor(status / 100)}xx` }, took)
}

type Asking = {
  /** Where the request came from: as the trusted proxy says where there is one, else the connection's own. */
  readonly peer: string
  /** Whether something between says that it passes a request on, though no proxy is trusted here. */
  readonly passedOn: boolean
  readonly authorization: string | undefined
}

/** Whether the metrics are for whoever asks: this very machine, or the bearer of the token when there is one. */
export function mayReadMetrics({ peer, passedOn, authorization }: Asking, token = ''): boolean {
  const given = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1]
  if (token !== '' && given !== undefined) return alike(given, token)
  return !passedOn && isLoopback(peer)
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '')
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'))
}

/** Compared by their hashes, which are of one length: how long it takes tells nothing. */
function alike(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(one), hash(other))
}

export function metrics(): Promise<string> {
  return registry.metrics()
}
