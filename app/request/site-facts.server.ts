import type { RequestContext } from './context.server.ts'
import type { SiteFacts } from '#app/ui/site.tsx'

/** Returns what the components of a page know about its site and its reader. */
export function siteFacts(site: RequestContext['site'], person: SiteFacts['person']): SiteFacts {
  if (site.kind === 'federation') return { kind: 'federation', person }
  const { tenant } = site
  const { name, slug, currency, country, timeZone, locale, colour, colour2, state } = tenant
  const { logoKey: logo, stateReason, stateSince } = tenant
  return {
    kind: 'co-op',
    person,
    name,
    slug,
    currency,
    country,
    timeZone,
    locale,
    logo,
    suspended:
      state === 'suspended' ? { reason: stateReason ?? '', since: stateSince.toString() } : null,
    founding: state === 'founding',
    look: `s=${slug}&c=${colour.slice(1)}&d=${colour2.slice(1)}`,
  }
}
