import { eq } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { settings } from '#app/config.ts'
import type { TenantId } from '#app/kernel/ids.ts'
import { hosts } from '#db/schema/federation.ts'
import { tenantById, tenantBySlug, type Tenant } from './directory.server.ts'
import { inFederation } from './scope.server.ts'

/** The site of a host name: the federation's, a co-op's, or unknown. */
export type Site =
  | { readonly kind: 'federation' }
  | { readonly kind: 'co-op'; readonly tenant: Tenant }
  | { readonly kind: 'unknown' }

/** Returns the federation's host name; co-ops' hosts lie below it: `localhost`, `twiza.example`. */
export function baseHost(): string {
  return settings().BASE_HOST
}

/** Returns the host of a co-op's site: its slug below the federation's host. */
export function hostOf(slug: string): string {
  return `${slug}.${baseHost()}`
}

/** The largest number of cached hosts. */
const MAX_HOSTS = 10_000
const cachedTenants = new LRUCache<string, Tenant>({ max: MAX_HOSTS })

/**
 * Finds the site for a host name (no port). Only the request's own Host header counts, never a forwarded one, unless
 * the edge trusts its proxy. The result is cached until {@link forgetTenant} is called for the co-op.
 */
export async function resolveSite(host: string): Promise<Site> {
  const base = baseHost()
  if (host === base || host === '127.0.0.1' || host === `www.${base}`) return { kind: 'federation' }

  const cached = cachedTenants.get(host)
  if (cached) return { kind: 'co-op', tenant: cached }
  const tenant = await lookUp(host, base)
  if (!tenant) return { kind: 'unknown' }
  cachedTenants.set(host, tenant)
  return { kind: 'co-op', tenant }
}

/** Removes one co-op from the cache, or all of them. */
export function forgetTenant(id?: TenantId): void {
  for (const [host, tenant] of cachedTenants)
    if (!id || tenant.id === id) cachedTenants.delete(host)
}

function lookUp(host: string, base: string): Promise<Tenant | undefined> {
  return inFederation(
    async (db) => {
      if (host.endsWith(`.${base}`)) return tenantBySlug(db, host.slice(0, -base.length - 1))
      const [own] = await db.select().from(hosts).where(eq(hosts.host, host))
      return own && tenantById(db, own.tenantId)
    },
    { readOnly: true },
  )
}
