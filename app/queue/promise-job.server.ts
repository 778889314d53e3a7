import { sql } from 'drizzle-orm'
import { type Instant, writeInstant } from '#app/kernel/clock.ts'
import type { FederationDb, TenantDb } from '#tenants/scope.server.ts'
import type { Task } from './payloads.ts'

/** When and how a job is to be done. With a `key`, a later promise of the same key replaces one not yet started. */
export type Terms = { readonly runAt?: Instant; readonly key?: string }

/**
 * Promises work in the caller's own transaction: if that commits, the job will be done, at least once; if it rolls
 * back, nobody ever hears of it. Each job must therefore be safe to run twice.
 */
export async function promiseTask(
  db: TenantDb | FederationDb,
  { task, payload }: Task,
  { runAt, key }: Terms = {},
): Promise<void> {
  await db.execute(
    sql`select app.promise_job(${task}, ${JSON.stringify(payload)}::json, ${runAt ? writeInstant(runAt) : null}::timestamptz, ${key ?? null})`,
  )
}
