import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { Pool } from 'pg'
import { needed, settings } from './config.ts'
import { log } from './request/log.server.ts'
import { freeDeadLocks, freeStrayLocks, sayAlive, sayStopped } from './worker-locks.server.ts'

/** How often the workers say that they live and are looked after, in milliseconds. */
const BEAT_MS = 5000
/** How often locks of the dead are looked for, in beats. */
const FREE_EVERY = 2
/** How often the sweep is promised, in beats. */
const SWEEP_EVERY = 12
/** Without contact for so long, workers count themselves as dead, before others do and take their jobs. */
const CONTACT_MS = 25_000
/** A job that is done is still counted as being done for so long, until the queue has surely removed it. */
const DONE_MS = 60_000

/** The workers of this process, from their start until they end or have to be replaced. */
export type Life = {
  /** Resolves with the reason for which they must be replaced. It never rejects. */
  readonly over: Promise<string>
  /** Lets the running jobs end, for a while. */
  readonly stop: () => Promise<void>
  /** Ends them at once, and does not wait for long. */
  readonly kill: () => Promise<void>
}

/** Starts workers for these tasks. @throws a fault when the database cannot be reached. */
export async function startLife(tasks: TaskList): Promise<Life> {
  const db = openPool()
  const events: WorkerEvents = new EventEmitter()
  let pool = ''
  events.on('pool:create', ({ workerPool }) => (pool = workerPool.id))
  const seen = observe(events)
  const runner = await run({
    pgPool: db,
    concurrency: settings().WORKERS,
    pollInterval: 1000,
    noHandleSignals: true,
    // Only errors and warnings of the queue are written to our log.
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn({ queue: message })
    }),
    noPreparedStatements: !settings().DATABASE_PREPARE,
    taskList: tasks,
    events,
    // With a delay, the queue repeats what it could not write; without one, a done job stays locked.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  }).catch((fault: unknown) => {
    void db.end().catch(() => {})
    throw fault
  })
  const ended = runner.promise.then(
    () => 'the workers ended',
    (fault: unknown) => `the workers ended: ${String(fault)}`,
  )
  const watch = watchOver({ db, pool, seen })
  const close = async (finish: Promise<unknown>, most: number) => {
    watch.stop()
    await Promise.race([finish.catch(() => {}), wait(most, undefined, { ref: false })])
    await Promise.race([
      sayStopped(db, pool).catch(() => {}),
      wait(1000, undefined, { ref: false }),
    ])
    // It waits for every connection, and one of them may never answer.
    void db.end().catch(() => {})
  }
  return {
    over: Promise.race([ended, watch.over]),
    stop: () => close(runner.stop(), 8000),
    kill: () => close(runner.kill('The workers are replaced.'), 8000),
  }
}

/** Opens the queue's connections. Each wait on them has an end, and none of their faults ends the process. */
function openPool(): Pool {
  const db = new Pool({
    connectionString: needed('DATABASE_QUEUE_URL'),
    max: settings().WORKERS + 4,
    connectionTimeoutMillis: 5000,
    statement_timeout: 8000,
    query_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 15_000,
    application_name: 'twiza queue',
  })
  const note = (fault: Error) => log.warn({ queue: `A connection broke: ${fault.message}` })
  db.on('error', note)
  db.on('connect', (client) => client.on('error', note))
  return db
}

type Seen = {
  /** The jobs that are being done, with the moment when each began. */
  readonly active: ReadonlyMap<string, number>
  readonly done: Map<string, number>
  /** Returns when a worker last got an answer to its question for a job. */
  readonly contact: () => number
}

function observe(events: WorkerEvents): Seen {
  const active = new Map<string, number>()
  const done = new Map<string, number>()
  let contact = performance.now()
  const touch = () => (contact = performance.now())
  events.on('worker:getJob:empty', touch)
  events.on('job:start', ({ job }) => active.set(job.id, touch()))
  events.on('job:complete', ({ job }) => {
    active.delete(job.id)
    done.set(job.id, touch())
  })
  events.on('job:error', ({ job, error }) =>
    log.warn({ task: job.task_identifier, attempt: job.attempts, fault: error }, 'job failed'),
  )
  return { active, done, contact: () => contact }
}

type Watched = { readonly db: Pool; readonly pool: string; readonly seen: Seen }

/** Says that the workers live, frees the locks of others that do not, promises the sweep, and tells when they hang. */
function watchOver({ db, pool, seen }: Watched) {
  let end: (reason: string) => void = () => {}
  const over = new Promise<string>((resolve) => (end = resolve))
  let beats = 0
  let said = performance.now()
  let busy = false
  const tend = async () => {
    await sayAlive(db, pool)
    said = performance.now()
    if (beats % FREE_EVERY === 0) {
      forgetDone(seen.done)
      await freeDeadLocks(db)
      await freeStrayLocks(db, pool, [...seen.active.keys(), ...seen.done.keys()])
    }
    if (beats % SWEEP_EVERY === 1) await promiseSweep(db)
    beats += 1
  }
  const beat = () => {
    const reason = reasonToReplace(seen, said)
    if (reason) return end(reason)
    if (busy) return
    busy = true
    void tend()
      .catch((fault: unknown) => log.warn({ queue: `The beat failed: ${String(fault)}` }))
      .finally(() => (busy = false))
  }
  beat()
  const timer = setInterval(beat, BEAT_MS)
  return { over, stop: () => clearInterval(timer) }
}

function reasonToReplace({ active, contact }: Seen, said: number): string | undefined {
  const now = performance.now()
  if (now - said > CONTACT_MS) return 'the database does not answer'
  const longest = settings().JOB_MINUTES * 60_000
  if ([...active.values()].some((began) => now - began > longest)) return 'a job does not end'
  if (active.size < settings().WORKERS && now - contact() > CONTACT_MS)
    return 'no worker asks for jobs'
  return undefined
}

function forgetDone(done: Map<string, number>): void {
  for (const [job, at] of done) if (performance.now() - at > DONE_MS) done.delete(job)
}

/** Promises the sweep once, whoever promises it. One that is lost is promised again a minute later. */
async function promiseSweep(db: Pool): Promise<void> {
  await db.query(
    `select graphile_worker.add_job('sweep', '{}', job_key := 'sweep', job_key_mode := 'preserve_run_at', max_attempts := 1)`,
  )
}
