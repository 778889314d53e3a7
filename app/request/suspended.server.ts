import { originOf } from '#app/paths.server.ts'
import type { Translate } from '#app/locales/translate.ts'
import { pathTo } from '#app/site-map/paths.ts'
import type { Tenant } from '#tenants/directory.server.ts'

/** Why a storefront is suspended, and the address of the directory of co-ops. */
export type Suspension = { readonly reason: string; readonly directory: string }

/** Throws the answer that replaces the storefront of a suspended co-op, with the reason. */
export function refuseSuspended(tenant: Tenant, t: Translate): void {
  if (tenant.state !== 'suspended') return
  const why = t('errors:suspended.why', { reason: tenant.stateReason ?? '' })
  const suspension: Suspension = {
    reason: `${t('errors:suspended.what')} ${why}`,
    directory: originOf(null) + pathTo('/co-ops'),
  }
  throw Response.json(suspension, { status: 503, headers: { 'retry-after': '86400' } })
}
