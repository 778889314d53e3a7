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

export function metrics(): Promise<string> {
  return registry.metrics()
}
