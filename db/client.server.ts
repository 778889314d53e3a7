import postgres from 'postgres'

/** The settings of the pool: the database's address, its size, and whether statements are prepared. */
type Settings = { readonly url: string; readonly max: number; readonly prepare: boolean }

function settings(): Settings {
  const url = process.env['DATABASE_WEB_URL']
  if (!url) throw new Error('DATABASE_WEB_URL is not set: start with npm start, which sets it.')
  return {
    url,
    max: Number(process.env['DATABASE_POOL'] ?? 10),
    prepare: process.env['DATABASE_PREPARE'] !== 'no',
  }
}

const holder = globalThis as { twizaPool?: postgres.Sql }

/** Returns the one pool of this process. It survives hot reloads, so that editing a file does not leak connections. */
export function pool(): postgres.Sql {
  const { url, max, prepare } = settings()
  holder.twizaPool ??= postgres(url, {
    max,
    prepare,
    onnotice: () => {},
    connection: {
      application_name: 'twiza',
      idle_in_transaction_session_timeout: 30_000,
      lock_timeout: 20_000,
    },
  })
  return holder.twizaPool
}

/** Returns whether statements are prepared. They are not with pgbouncer before 1.21 in transaction mode. */
export function prepares(): boolean {
  return settings().prepare
}

const ending = new Set<Promise<void>>()

/** Registers work that ends by itself. Nobody waits for it except the pool, before it closes. */
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
