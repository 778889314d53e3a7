import { sql } from 'drizzle-orm'
import { type Instant, writeInstant } from '#app/kernel/clock.ts'
import type { FederationDb, TenantDb } from '#tenants/scope.server.ts'
import type { Task } from './payloads.ts'

/** When and how a task is done. A later promise with the same `key` replaces an earlier one that has not started. */
export type Terms = { readonly runAt?: Instant; readonly key?: string }

/**
 * Promises a task in the caller's own transaction. If the transaction commits, the task is done at least once; if it
 * rolls back, the promise is rolled back too. Each task must therefore be safe to run twice.
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
