import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

const registry = new Registry()
collectDefaultMetrics({ register: registry })

const durations = new Histogram({
  name: 'twiza_request_seconds',
  help: 'How long answers took, by method and status class.',
  labelNames: ['method', 'status'],
  buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
  registers: [registry],
})

const rejections = new Counter({
  name: 'twiza_unhandled_rejections_total',
  help: 'How many rejections no code handled. Each is a fault of ours, and is in the log.',
  registers: [registry],
})

const databaseUp = new Gauge({
  name: 'twiza_database_up',
  help: 'Whether the database answered in time: 1 or 0.',
  registers: [registry],
})
const dueJobs = new Gauge({
  name: 'twiza_queue_due_jobs',
  help: 'How many jobs wait that should be done by now.',
  registers: [registry],
})
const oldestJob = new Gauge({
  name: 'twiza_queue_oldest_due_seconds',
  help: 'For how long the oldest job has waited that should be done by now. /readyz answers 503 above 60.',
  registers: [registry],
})
const replacements = new Counter({
  name: 'twiza_worker_replacements_total',
  help: 'How often the workers of this process were replaced, because they ended, hung or lost the database.',
  registers: [registry],
})

/** Counts that the workers of this process are replaced. */
export const countReplacement = (): void => replacements.inc()

/** Records what /readyz looks at. What an unreachable database does not say keeps its last value. */
export function recordQueue(state: { dueJobs: number; oldestSeconds: number } | undefined): void {
  databaseUp.set(state ? 1 : 0)
  if (!state) return
  dueJobs.set(state.dueJobs)
  oldestJob.set(state.oldestSeconds)
}

/** Counts a rejection that no code handled. */
export const countRejection = (): void => rejections.inc()

/** Counts each answer. Paths are left out, because they contain what people searched for. */
export const countAnswers: MiddlewareHandler = async (c, next) => {
  const stop = durations.startTimer({ method: c.req.method })
  await next()
  stop({ status: `${Math.floor(c.res.status / 100)}xx` })
}

/** Counts an answer that bypassed the router; `elapsed` is in seconds. */
export function recordAnswer(method: string, status: number, elapsed: number): void {
  durations.observe({ method, status: `${Math.floor(status / 100)}xx` }, elapsed)
}

type MetricsRequest = {
  /** Whether the request was made on this very machine. */
  readonly local: boolean
  readonly authorization: string | undefined
}

/**
 * Returns whether a request may read the metrics: one from this machine, or one with the token when there is a token.
 */
export function mayReadMetrics({ local, authorization }: MetricsRequest, token = ''): boolean {
  const given = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1]
  return token !== '' && given !== undefined ? secretsEqual(given, token) : local
}

/** Returns whether two secrets are equal. It compares hashes of the same length, so that the time tells nothing. */
function secretsEqual(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(a), hash(b))
}

export function metrics(): Promise<string> {
  return registry.metrics()
}
