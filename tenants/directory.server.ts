import { eq } from 'drizzle-orm'
import type { TenantId } from '#app/kernel/ids.ts'
import { tenants } from '#db/schema/federation.ts'
import { inFederation, type FederationDb } from './scope.server.ts'

/** A co-op's entry in the directory: name, address, look, state. It holds nothing of the co-op's own tables. */
export type Tenant = typeof tenants.$inferSelect

export async function tenantBySlug(db: FederationDb, slug: string): Promise<Tenant | undefined> {
  const [tenant] = await db.select().from(tenants).where(eq(tenants.slug, slug))
  return tenant
}

export async function tenantById(db: FederationDb, id: TenantId): Promise<Tenant | undefined> {
  const [tenant] = await db.select().from(tenants).where(eq(tenants.id, id))
  return tenant
}

/** Returns every co-op, by name. */
export function allTenants(): Promise<Tenant[]> {
  return inFederation((db) => db.select().from(tenants).orderBy(tenants.name), { readOnly: true })
}
