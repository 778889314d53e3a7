import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'

/** Runs one statement as the owner on a connection of its own, again and again until the database answers. */
export async function asOwner<Result>(
  url: string,
  work: (sql: postgres.Sql) => Promise<Result>,
): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 })
    try {
      return await work(sql)
    } catch (fault) {
      if (tries > 60) throw fault
      await wait(500)
    } finally {
      await sql.end({ timeout: 1 }).catch(() => {})
    }
  }
}

/** Ends a random connection of the web’s or the queue’s. Returns whether there was one. */
export async function endConnection(url: string): Promise<boolean> {
  const ended = await asOwner(
    url,
    (sql) => sql`select pg_terminate_backend(pid) from pg_stat_activity
      where usename in ('twiza_web', 'twiza_queue') order by random() limit 1`,
  )
  return ended.length > 0
}

/** Kills PostgreSQL without a warning, and waits until it runs again, started by who started it. */
export async function killDatabase(folder: string, url: string): Promise<void> {
  const pidOf = () => {
    try {
      return Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    } catch {
      return 0
    }
  }
  const pid = pidOf()
  process.kill(pid, 'SIGKILL')
  while ([0, pid].includes(pidOf())) await wait(100)
  await asOwner(url, (sql) => sql`select 1`)
}
