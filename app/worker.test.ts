import { owner } from '#db/testing/database.ts'
import { afterEach, expect, test } from 'vitest'
import { Pool } from 'pg'
import { configure, needed } from './config.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { queueState } from './queue/queue-state.server.ts'
import { measure, readiness } from './request/ready.server.ts'
import { startWorker } from './worker.server.ts'
import { freeDeadLocks, freeStrayLocks, sayAlive, sayStopped } from './worker-locks.server.ts'

const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))
const promise = (task: string, name: string) =>
  owner`select graphile_worker.add_job(${task}, json_build_object('name', ${name}::text))`
/** Ends every connection of the queue’s login to this file’s database. */
const endAll = () => owner`select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and usename = 'twiza_queue'`
const jobs = async () =>
  Number(
    (
      await owner`select count(*)::int as n from graphile_worker._private_jobs
    where task_id in (select id from graphile_worker._private_tasks where identifier = 'note')`
    )[0]?.['n'],
  )

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  await owner`delete from graphile_worker._private_jobs`
  await owner`delete from app.queue_workers`
  configure({ JOB_MINUTES: '5' })
})

/** Starts workers with one task that notes its name, and waits that they run. */
function startNoting(work: (name: string) => Promise<void> = async () => {}) {
  const noted: string[] = []
  const worker = startWorker({
    sweep: async () => {},
    note: async (payload: unknown) => {
      const { name } = payload as { name: string }
      await work(name)
      noted.push(name)
    },
  })
  stops.push(worker.stop)
  return noted
}

test('jobs go on while the queue’s connections are ended again and again, and none is left', async () => {
  const noted = startNoting(() => wait(20))
  const names = Array.from({ length: 60 }, (_, index) => String(index))
  for (const name of names) await promise('note', name)
  for (let round = 0; round < 6; round += 1) {
    await wait(150)
    await endAll()
  }
  // A job whose answer was lost is freed with the locks of the dead: within a minute.
  await expect.poll(() => new Set(noted).size, { timeout: 70_000 }).toBe(names.length)
  await promise('note', 'after')
  await expect.poll(() => noted.includes('after'), { timeout: 30_000 }).toBe(true)
}, 100_000)

test('a worker starts although the database cannot be reached yet', async () => {
  const queue = needed('DATABASE_QUEUE_URL')
  const away = new URL(queue)
  away.port = '9'
  configure({ DATABASE_QUEUE_URL: away.href })
  const noted = startNoting()
  await promise('note', 'late')
  await wait(300)
  configure({ DATABASE_QUEUE_URL: queue })
  await expect.poll(() => noted, { timeout: 30_000 }).toEqual(['late'])
})

const db = () => {
  const pool = new Pool({ connectionString: needed('DATABASE_QUEUE_URL'), max: 1 })
  stops.push(() => pool.end())
  return pool
}
const lock = (by: string, seconds: number) => owner`
  update graphile_worker._private_jobs set locked_by = ${by}, locked_at = now() - make_interval(secs => ${seconds})`
const lockedBy = async () =>
  (await owner`select locked_by from graphile_worker._private_jobs`)[0]?.['locked_by'] as
    | string
    | null

/** The seconds after which a worker counts as dead here. The server of the tests has run for longer. */
const DEAD = 4

test('the jobs of a worker that gives no sign of life are freed, those of a living one never', async () => {
  const pool = db()
  await promise('note', 'one')
  await lock('pool-dead', 50)
  await sayAlive(pool, 'pool-dead')
  await freeDeadLocks(pool, DEAD)
  expect(await lockedBy(), 'it lives, however old the lock is').toBe('pool-dead')
  await owner`update app.queue_workers set beat_at = now() - interval '2 seconds'`
  await freeDeadLocks(pool, DEAD)
  expect(await lockedBy(), 'it may have missed a few beats').toBe('pool-dead')
  await owner`update app.queue_workers set beat_at = now() - interval '6 seconds'`
  await freeDeadLocks(pool, 9999)
  expect(await lockedBy(), 'the database has just started').toBe('pool-dead')
  await freeDeadLocks(pool, DEAD)
  expect(await lockedBy()).toBeNull()
})

test('the jobs of a worker that never said that it lives are freed, but not just after it took them', async () => {
  const pool = db()
  await promise('note', 'one')
  await lock('pool-unknown', 10)
  await freeDeadLocks(pool)
  expect(await lockedBy()).toBe('pool-unknown')
  await lock('pool-unknown', 45)
  await freeDeadLocks(pool)
  expect(await lockedBy()).toBeNull()
})

test('a job that a living worker locked and does not do is freed', async () => {
  const pool = db()
  await promise('note', 'one')
  await lock('pool-own', 45)
  const [{ id }] = (await owner`select id::text from graphile_worker._private_jobs`) as unknown as [
    { id: string },
  ]
  await freeStrayLocks(pool, 'pool-own', [id])
  expect(await lockedBy(), 'it is being done').toBe('pool-own')
  await freeStrayLocks(pool, 'pool-own', [])
  expect(await lockedBy()).toBeNull()
})

test('what a stopped worker held is free at once', async () => {
  const pool = db()
  await promise('note', 'one')
  await sayAlive(pool, 'pool-own')
  await lock('pool-own', 1)
  await sayStopped(pool, 'pool-own')
  expect(await lockedBy()).toBeNull()
  expect(await owner`select from app.queue_workers where pool = 'pool-own'`).toHaveLength(0)
})

test('workers promise the sweep soon after they start', async () => {
  startNoting()
  const known = () => owner`select from graphile_worker._private_tasks where identifier = 'sweep'`
  await expect.poll(async () => (await known()).length, { timeout: 30_000 }).toBe(1)
})

test('the server is not ready when a job that is due has waited for more than a minute', async () => {
  expect(readiness(await measure())).toBe('ready')
  await owner`select graphile_worker.add_job('note', '{}', run_at := now() - interval '50 seconds')`
  expect(readiness(await measure())).toBe('ready')
  await owner`select graphile_worker.add_job('note', '{}', run_at := now() - interval '70 seconds')`
  await owner`select graphile_worker.add_job('note', '{}', run_at := now() + interval '1 day')`
  expect(await inFederation(queueState)).toMatchObject({ dueJobs: 2 })
  expect(readiness(await measure())).toBe('queue')
  expect(await jobs()).toBe(3)
})

test('the server is not ready when the database does not answer within two seconds', async () => {
  expect(readiness(await measure(() => new Promise(() => {})))).toBe('database')
  expect(readiness(await measure(() => Promise.reject(new Error('gone'))))).toBe('database')
})
