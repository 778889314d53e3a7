import { and, eq, sql } from 'drizzle-orm'
import { listings } from '#db/schema/listings.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** Takes away the blueprint's sample listings; one that was ordered already stays, withdrawn, because orders name it. */
export async function removeSamples(db: TenantDb): Promise<void> {
  const samples = and(eq(listings.tenantId, db.tenant), eq(listings.sample, true))
  await db
    .update(listings)
    .set({ state: 'withdrawn', sample: false })
    .where(and(samples, ordered(db)))
  await db.delete(listings).where(samples)
}

function ordered(db: TenantDb) {
  return sql`exists (select from orders where tenant_id = ${db.tenant} and listing_id = listings.id)`
}
