import { existsSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { settings } from '#app/config.ts'
import { closePool } from '#db/client.server.ts'
import { Failed } from './commands/command.ts'
import { ensureSecret, prepareDatabase } from './prepare.ts'

/**
 * Runs work on the database of this installation: the one in DATABASE_URL, the embedded one of a running server, or the
 * embedded one started for the moment. Nothing is said on the way, so that the answer can be piped.
 */
export async function withDatabase<Result>(
  work: (owner: string) => Promise<Result>,
): Promise<Result> {
  const { DATA_DIR: folder, DATABASE_URL: url, APP_SECRET: secret } = settings()
  const outside = url && !secret
  if (outside && !existsSync(join(folder, 'secret')))
    throw new Failed(
      'Set APP_SECRET to the one the server runs with: the database’s passwords follow from it.',
    )
  ensureSecret(folder)
  const prepared = await prepareDatabase(folder, () => {})
  try {
    return await work(prepared.logins.owner)
  } finally {
    await closePool()
    if (prepared.started && !(await isUsed(prepared.logins.owner))) await prepared.stop()
  }
}

/** Whether somebody else works on the database by now: a server that was started meanwhile keeps it. */
async function isUsed(owner: string): Promise<boolean> {
  const sql = postgres(owner, { max: 1, onnotice: () => {} })
  const others = await sql`select from pg_stat_activity
    where backend_type = 'client backend' and pid <> pg_backend_pid()`
  await sql.end()
  return others.length > 0
}
