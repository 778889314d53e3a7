import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** Has the federation count a co-op again, once, however many of its acts in a row change what is counted. */
export function promiseFigures(db: TenantDb): Promise<void> {
  return count(db, { key: `figures:${db.tenant}` })
}

/** The same when a month is over: a year of which its first month is gone is another one, though nobody did anything. */
export function promiseNextMonth(db: TenantDb, runAt: Instant): Promise<void> {
  return count(db, { key: `figures:${db.tenant}:month`, runAt })
}

const count = (db: TenantDb, terms: Parameters<typeof promiseTask>[2]) =>
  promiseTask(db, { task: 'refresh-figures', payload: { tenant: db.tenant } }, terms)
