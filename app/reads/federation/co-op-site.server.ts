import { type Tenant, tenantBySlug } from '#tenants/directory.server.ts'
import { inFederation } from '#tenants/scope.server.ts'

/** Reads the co-op whose site has this name in its address. */
export function readSite(slug: string): Promise<Tenant | undefined> {
  return inFederation((db) => tenantBySlug(db, slug), { readOnly: true })
}
