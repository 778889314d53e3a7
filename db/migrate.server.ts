import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import postgres from 'postgres'
import type { Logins } from './bootstrap.server.ts'

type Migration = { readonly name: string; readonly text: string; readonly hash: string }

/**
 * Runs work that changes a whole database while no other process does: several that start together on a new one run it
 * one after the other.
 */
export async function oneAtATime<Result>(
  owner: string,
  work: (sql: postgres.Sql) => Promise<Result>,
): Promise<Result> {
  const sql = postgres(owner, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(7216)`
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/**
 * Runs the missing migrations and returns their names. Each runs once, in a transaction of its own, and must not
 * change afterwards.
 *
 * @throws Error if a migration that has run was edited.
 */
export function migrate({ owner, queue }: Logins, folder = 'db/migrations'): Promise<string[]> {
  return oneAtATime(owner, async (sql) => {
    await runMigrations({ connectionString: queue, noPreparedStatements: true })
    await sql.unsafe(
      'create table if not exists schema_migrations (name text primary key, hash text not null, ran_at timestamptz not null default now())',
    )
    const ran: string[] = []
    for (const migration of await migrationsIn(folder)) {
      if (await runOnce(sql, migration)) ran.push(migration.name)
    }
    await allowQueueToPromise(sql)
    return ran
  })
}

async function migrationsIn(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder))
    .filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name))
    .toSorted()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

function runOnce(sql: postgres.Sql, { name, text, hash }: Migration): Promise<boolean> {
  return sql.begin(async (tx) => {
    const [past] = await tx`select hash from schema_migrations where name = ${name}`
    if (past && past['hash'] !== hash)
      throw new Error(`Migration ${name} has run and was changed since: add a new one.`)
    if (past) return false
    await tx.unsafe(text)
    await tx`insert into schema_migrations (name, hash) values (${name}, ${hash})`
    return true
  })
}

/** Gives `app.promise_job` to the queue's role, because it writes into the queue's own schema. */
async function allowQueueToPromise(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`grant create on schema app to twiza_queue;
    alter function app.promise_job(text, json, timestamptz, text) owner to twiza_queue;
    revoke create on schema app from twiza_queue;
    revoke execute on function app.promise_job(text, json, timestamptz, text) from public;
    set role twiza_queue;
    grant execute on function app.promise_job(text, json, timestamptz, text) to twiza_tenant, twiza_federation;
    reset role`)
}
