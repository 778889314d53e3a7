import { redirect } from '@remix-run/node'
import type { RequestContext } from '#app/request/context.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { tenantBySlug } from '#tenants/directory.server.ts'
import { inFederation } from '#tenants/scope.server.ts'

/** A site of ours by the name it has in an address: a co-op's, or, with none, the federation's. Of any other one is led back to the account. */
export async function theSiteOf(name: string | null): Promise<string | null> {
  if (!name) return null
  const tenant = await inFederation((db) => tenantBySlug(db, name), { readOnly: true })
  if (!tenant) throw redirect(pathTo('/account'))
  return tenant.slug
}

export const slugOf = (site: RequestContext['site']) =>
  site.kind === 'co-op' ? site.tenant.slug : null
