import type { Pool } from 'pg'

/**
 * After so many seconds without a sign of life a worker counts as dead, and its jobs are given to others. A worker that
 * cannot say that it lives stops by itself well before: see worker-life.server.ts.
 */
const DEAD_SECONDS = 40
/** After so many seconds the answer that gives a worker its job has come, or never will: it is waited for ten. */
const STRAY_SECONDS = 12

/** Says that the workers of a pool live. */
export async function sayAlive(db: Pool, pool: string): Promise<void> {
  await db.query(
    `insert into app.queue_workers (pool) values ($1)
      on conflict (pool) do update set beat_at = now()`,
    [pool],
  )
}

/** Says that the workers of a pool have stopped. What they still held is free at once. */
export async function sayStopped(db: Pool, pool: string): Promise<void> {
  await db.query('select graphile_worker.force_unlock_workers(array[$1])', [pool])
  await db.query('delete from app.queue_workers where pool = $1', [pool])
}

/**
 * Frees the jobs of dead workers, which the queue itself keeps locked for four hours. Nobody counts as dead just after
 * the database has started, because nobody could say that they lived while it was down.
 */
export async function freeDeadLocks(db: Pool, dead = DEAD_SECONDS): Promise<void> {
  await db.query(
    `with dead as (
        delete from app.queue_workers
        where beat_at < now() - make_interval(secs => $1)
          and pg_postmaster_start_time() < now() - make_interval(secs => $1)
        returning pool
      ), unknown as (
        select distinct locked_by as pool from graphile_worker._private_jobs jobs
        where locked_at < now() - make_interval(secs => $1)
          and not exists (select from app.queue_workers known where known.pool = jobs.locked_by)
      )
      select graphile_worker.force_unlock_workers(
        array(select pool from dead union select pool from unknown))`,
    [dead],
  )
}

/**
 * Frees jobs that a pool has locked and that none of its workers does: the answer that gave it the job was lost with its
 * connection. `active` are the jobs that its workers do, or have done just now.
 */
export async function freeStrayLocks(
  db: Pool,
  pool: string,
  active: readonly string[],
): Promise<void> {
  await db.query(
    `update graphile_worker._private_jobs set locked_by = null, locked_at = null
      where locked_by = $1 and locked_at < now() - make_interval(secs => $2)
        and id <> all ($3::bigint[])`,
    [pool, STRAY_SECONDS, active],
  )
}
