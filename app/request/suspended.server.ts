import { originOf } from '#app/paths.server.ts'
import type { Translate } from '#app/locales/translate.ts'
import { pathTo } from '#app/site-map/paths.ts'
import type { Tenant } from '#tenants/directory.server.ts'

/** Why there is no shop, and where others are found. */
export type Suspension = { readonly said: string; readonly directory: string }

/** Shows, in place of a suspended co-op's storefront, that it is suspended and why. */
export function refuseSuspended(tenant: Tenant, t: Translate): void {
  if (tenant.state !== 'suspended') return
  const why = t('errors:suspended.why', { reason: tenant.stateReason ?? '' })
  const said: Suspension = {
    said: `${t('errors:suspended.what')} ${why}`,
    directory: originOf(null) + pathTo('/co-ops'),
  }
  throw Response.json(said, { status: 503, headers: { 'retry-after': '86400' } })
}
