import { eq } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { settings } from '#app/config.ts'
import type { TenantId } from '#app/kernel/ids.ts'
import { hosts } from '#db/schema/federation.ts'
import { tenantById, tenantBySlug, type Tenant } from './directory.server.ts'
import { inFederation } from './scope.server.ts'

/** Which site a host name is: the federation's own, a co-op's, or none of ours. */
export type Site =
  | { readonly kind: 'federation' }
  | { readonly kind: 'co-op'; readonly tenant: Tenant }
  | { readonly kind: 'unknown' }

/** The host name under which the federation answers and below which co-ops have theirs: `localhost`, `twiza.example`. */
export function baseHost(): string {
  return settings().BASE_HOST
}

/** The host of a co-op's site: its own name below the federation's. */
export function hostOf(slug: string): string {
  return `${slug}.${baseHost()}`
}

/** The most hosts that are remembered at once. */
const MOST = 10_000
const known = new LRUCache<string, Tenant>({ max: MOST })

/**
 * Finds the site for a host name (no port). Only the request's own Host counts, never a forwarded one, unless the
 * edge was told to trust its proxy. What was found is remembered until {@link forgetTenant} is told of a change.
 */
export async function resolveSite(host: string): Promise<Site> {
  const base = baseHost()
  if (host === base || host === '127.0.0.1' || host === `www.${base}`) return { kind: 'federation' }

  const remembered = known.get(host)
  if (remembered) return { kind: 'co-op', tenant: remembered }
  const tenant = await lookUp(host, base)
  if (!tenant) return { kind: 'unknown' }
  known.set(host, tenant)
  return { kind: 'co-op', tenant }
}

/** Drops what is remembered of one co-op, or of all. */
export function forgetTenant(id?: TenantId): void {
  for (const [host, tenant] of known) if (!id || tenant.id === id) known.delete(host)
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
