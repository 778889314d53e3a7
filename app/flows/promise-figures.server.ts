import { promiseJob } from '#app/domains/queue/promise-job.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { TenantId } from '#app/kernel/ids.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** Has the federation count a co-op again, once, however many of its acts in a row change what is counted. */
export function promiseFigures(db: TenantDb, tenant: TenantId): Promise<void> {
  return count(db, tenant, { key: `figures:${tenant}` })
}

/** The same when a month is over: a year of which its first month is gone is another one, though nobody did anything. */
export function promiseNextMonth(db: TenantDb, tenant: TenantId, runAt: Instant): Promise<void> {
  return count(db, tenant, { key: `figures:${tenant}:month`, runAt })
}

const count = (db: TenantDb, tenant: TenantId, terms: Parameters<typeof promiseJob>[2]) =>
  promiseJob(db, { task: 'refresh-figures', payload: { tenant } }, terms)
