import { sql } from 'drizzle-orm'
import { type Instant, writeInstant } from '#app/kernel/clock.ts'
import type { TenantId } from '#app/kernel/ids.ts'
import type { FederationDb } from '#tenants/scope.server.ts'

/** Returns co-ops with unpaid orders that still hold what they reserved after their time to pay is over. */
export async function tenantsWithUnreleasedHolds(
  db: FederationDb,
  { at, most }: { at: Instant; most: number },
): Promise<TenantId[]> {
  const rows = await db.execute<{ tenant_id: TenantId }>(
    sql`select tenant_id from app.unreleased_holds(${writeInstant(at)}::timestamptz, ${most}::int)`,
  )
  return rows.map(({ tenant_id: tenant }) => tenant)
}
