import { eq } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import { storefronts } from '#db/schema/storefront.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

export type Storefront = Omit<typeof storefronts.$inferInsert, 'tenantId' | 'updatedAt'>

/** Writes what the co-op says of itself to the street. */
export async function writeStorefront(db: TenantDb, words: Storefront, at: Instant): Promise<void> {
  const row = { ...words, updatedAt: at }
  await db
    .insert(storefronts)
    .values({ tenantId: db.tenant, ...row })
    .onConflictDoUpdate({ target: storefronts.tenantId, set: row })
}

export async function storefrontOf(db: TenantDb) {
  const [storefront] = await db
    .select()
    .from(storefronts)
    .where(eq(storefronts.tenantId, db.tenant))
  if (!storefront) throw new Error('A co-op without its storefront.')
  return storefront
}
