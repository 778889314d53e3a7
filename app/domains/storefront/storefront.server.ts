import { eq, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import { storefronts } from '#db/schema/storefront.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

export type Storefront = Omit<typeof storefronts.$inferInsert, 'tenantId' | 'updatedAt' | 'version'>

/** Writes the co-op's storefront as its next version. */
export async function writeStorefront(db: TenantDb, words: Storefront, at: Instant): Promise<void> {
  const row = { ...words, updatedAt: at }
  await db
    .insert(storefronts)
    .values({ tenantId: db.tenant, ...row })
    .onConflictDoUpdate({
      target: storefronts.tenantId,
      set: { ...row, version: sql`${storefronts.version} + 1` },
    })
}

/** Returns the co-op's storefront. `lock` locks it until the transaction ends. */
export async function storefrontOf(db: TenantDb, lock = false) {
  const query = db.select().from(storefronts).where(eq(storefronts.tenantId, db.tenant))
  const [storefront] = await (lock ? query.for('update') : query)
  if (!storefront) throw new Error('A co-op without its storefront.')
  return storefront
}
