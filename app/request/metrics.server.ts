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

export function metrics(): Promise<string> {
  return registry.metrics()
}
