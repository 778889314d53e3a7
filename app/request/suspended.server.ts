import type { Translate } from '#app/locales/translate.ts'
import type { Tenant } from '#tenants/directory.server.ts'

/** Shows, in place of a suspended co-op's storefront, that it is suspended and why. */
export function refuseSuspended(tenant: Tenant, t: Translate): void {
  if (tenant.state !== 'suspended') return
  const why = t('errors:suspended.why', { reason: tenant.stateReason ?? '' })
  throw new Response(`${t('errors:suspended.what')} ${why}`, {
    status: 503,
    headers: { 'retry-after': '86400' },
  })
}
