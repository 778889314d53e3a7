import { and, desc, eq, isNull, or } from 'drizzle-orm'
import type { PersonId, TenantId } from '#app/kernel/ids.ts'
import { delegates, tenants } from '#db/schema/federation.ts'
import { customers, orders } from '#db/schema/orders.ts'
import { inFederation, inTenant } from '#tenants/scope.server.ts'

type Reader = { readonly id: PersonId; readonly email: string; readonly verified: boolean }

/**
 * What is a person's own: the co-ops they speak for, and, on a co-op's site, what they ordered there. What they ordered
 * as a guest is among it as soon as the address is known to be theirs.
 */
export async function readOwnAccount(person: Reader, tenant: TenantId | null) {
  const coOps = await inFederation(
    (db) =>
      db
        .select({ slug: tenants.slug, name: tenants.name })
        .from(delegates)
        .innerJoin(tenants, eq(tenants.id, delegates.tenantId))
        .where(eq(delegates.personId, person.id))
        .orderBy(tenants.name),
    { readOnly: true },
  )
  return { coOps, orders: tenant ? await ordersOf(tenant, person) : [] }
}

function ordersOf(tenant: TenantId, person: Reader) {
  const signedIn = eq(customers.personId, person.id)
  const asGuest = and(isNull(customers.personId), eq(customers.email, person.email))
  return inTenant(
    tenant,
    (db) =>
      db
        .select({
          token: orders.token,
          title: orders.title,
          code: orders.code,
          state: orders.state,
        })
        .from(orders)
        .innerJoin(
          customers,
          and(eq(customers.tenantId, tenant), eq(customers.id, orders.customerId)),
        )
        .where(and(eq(orders.tenantId, tenant), person.verified ? or(signedIn, asGuest) : signedIn))
        .orderBy(desc(orders.placedAt))
        .limit(50),
    { readOnly: true },
  )
}
