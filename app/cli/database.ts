import postgres from 'postgres'
import { settings } from '#app/config.ts'
import { closePool } from '#db/client.server.ts'
import { ensureSecret, prepareDatabase } from './prepare.ts'

/**
 * Runs work on the database of this installation: the one in DATABASE_URL, the embedded one of a running server, or
 * the embedded one, started for this work. It writes no progress, so that the command's output can be piped.
 */
export async function withDatabase<Result>(
  work: (owner: string) => Promise<Result>,
): Promise<Result> {
  const { DATA_DIR: folder } = settings()
  ensureSecret(folder)
  const prepared = await prepareDatabase(folder, () => {})
  try {
    return await work(prepared.logins.owner)
  } finally {
    await closePool()
    const { embedded, logins } = prepared
    if (embedded?.started && !(await isUsed(logins.owner))) await embedded.stop()
  }
}

/** Returns whether another client uses the database. A server that was started in the meantime still needs it. */
async function isUsed(owner: string): Promise<boolean> {
  const sql = postgres(owner, { max: 1, onnotice: () => {} })
  const others = await sql`select from pg_stat_activity
    where backend_type = 'client backend' and pid <> pg_backend_pid()`
  await sql.end()
  return others.length > 0
}
