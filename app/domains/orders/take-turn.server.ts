import { sql } from 'drizzle-orm'
import type { TenantDb } from '#tenants/scope.server.ts'

/**
 * Lets those who want time on one day of one co-op choose one after the other, until commit. The exclusion constraint
 * alone is enough for truth; but inserts that meet in it wait for each other, and the database then kills one a second.
 */
export async function takeTurn(db: TenantDb, day: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${db.tenant}:${day}`}, 0))`)
}
