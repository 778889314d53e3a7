import postgres from 'postgres'
import { needed, settings } from '#app/config.ts'

const holder = globalThis as { twizaPool?: postgres.Sql }

/** The one pool of this process. Kept across hot reloads, so that editing a file does not leak connections. */
export function pool(): postgres.Sql {
  holder.twizaPool ??= postgres(needed('DATABASE_WEB_URL'), {
    max: settings().DATABASE_POOL,
    prepare: prepares(),
    onnotice: () => {},
    connection: {
      application_name: 'twiza',
      idle_in_transaction_session_timeout: 30_000,
      lock_timeout: 20_000,
    },
  })
  return holder.twizaPool
}

/** Whether statements are prepared; off for pgbouncer before 1.21 in transaction mode. */
export function prepares(): boolean {
  return settings().DATABASE_PREPARE
}

const ending = new Set<Promise<void>>()

/** Lets something end by itself that nobody waits for, but the pool before it closes. */
export function beforeClosing(ended: Promise<void>): void {
  const quiet = ended.catch(() => {})
  ending.add(quiet)
  void quiet.then(() => ending.delete(quiet))
}

export async function closePool(): Promise<void> {
  await Promise.all(ending)
  await holder.twizaPool?.end({ timeout: 5 })
  delete holder.twizaPool
}
