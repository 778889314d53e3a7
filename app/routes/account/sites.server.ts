import { redirect } from '@remix-run/node'
import { readSite } from '#app/reads/federation/co-op-site.server.ts'
import type { RequestContext } from '#app/request/context.server.ts'
import { pathTo } from '#app/site-map/paths.ts'

/** Returns a site of ours by its name in an address: a co-op's, or the federation's without a name. For any other name the reader is redirected to the account. */
export async function theSiteOf(name: string | null): Promise<string | null> {
  if (!name) return null
  const tenant = await readSite(name)
  if (!tenant) throw redirect(pathTo('/account'))
  return tenant.slug
}

export const slugOf = (site: RequestContext['site']) =>
  site.kind === 'co-op' ? site.tenant.slug : null
