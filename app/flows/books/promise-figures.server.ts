import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** Promises to refresh a co-op's figures. Several promises before the refresh are merged into one. */
export function promiseFigures(db: TenantDb): Promise<void> {
  return promiseRefresh(db, { key: `figures:${db.tenant}` })
}

/** Promises to refresh a co-op's figures when the month is over, because the year that they cover moves on. */
export function promiseNextMonth(db: TenantDb, runAt: Instant): Promise<void> {
  return promiseRefresh(db, { key: `figures:${db.tenant}:month`, runAt })
}

const promiseRefresh = (db: TenantDb, options: Parameters<typeof promiseTask>[2]) =>
  promiseTask(db, { task: 'refresh-figures', payload: { tenant: db.tenant } }, options)
