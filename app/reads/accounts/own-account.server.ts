import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId, TenantId } from '#app/kernel/ids.ts'
import { tenants } from '#db/schema/federation.ts'
import { personCoOps } from '#db/schema/accounts.ts'
import { customers, orders } from '#db/schema/orders.ts'
import { inFederation, inTenant } from '#tenants/scope.server.ts'

type Reader = { readonly id: PersonId; readonly email: string; readonly verified: boolean }

/**
 * What is a person's own: the co-ops they belong to or have ordered from, and what they ordered; on a co-op's site
 * there alone. What they ordered as a guest is among it there, as soon as the address is known to be theirs.
 */
export async function readOwnAccount(person: Reader, tenant: TenantId | null) {
  const coOps = await coOpsOf(person.id)
  const asked = tenant ? [tenant] : coOps.filter(({ buys }) => buys).map(({ id }) => id)
  const ordered = []
  // One after the other: a reader takes one connection, however many co-ops they know.
  for (const id of asked) ordered.push(...(await ordersOf(id, person)))
  return {
    coOps: coOps.filter(({ id }) => id !== tenant),
    orders: ordered.toSorted((a, b) => comesAt(b) - comesAt(a)).slice(0, MOST),
  }
}

const MOST = 200

type Times = { readonly start: Instant | null; readonly placedAt: Instant }
const comesAt = ({ start, placedAt }: Times) => (start ?? placedAt).epochMilliseconds

function coOpsOf(person: PersonId) {
  const is = (kind: 'member' | 'customer') => sql<boolean>`bool_or(${personCoOps.kind} = ${kind})`
  return inFederation(
    (db) =>
      db
        .select({
          id: tenants.id,
          slug: tenants.slug,
          name: tenants.name,
          belongs: is('member'),
          buys: is('customer'),
        })
        .from(personCoOps)
        .innerJoin(tenants, eq(tenants.id, personCoOps.tenantId))
        .where(eq(personCoOps.personId, person))
        .groupBy(tenants.id)
        .orderBy(tenants.name, tenants.id),
    { readOnly: true },
  )
}

function ordersOf(tenant: TenantId, person: Reader) {
  const signedIn = eq(customers.personId, person.id)
  const asGuest = and(isNull(customers.personId), eq(customers.email, person.email))
  return inTenant(
    tenant,
    (db) =>
      db
        .select({
          coOp: { slug: tenants.slug, name: tenants.name, timeZone: tenants.timeZone },
          token: orders.token,
          title: orders.title,
          code: orders.code,
          state: orders.state,
          start: orders.startsAt,
          minor: orders.totalMinor,
          currency: orders.currency,
          placedAt: orders.placedAt,
        })
        .from(orders)
        .innerJoin(
          customers,
          and(eq(customers.tenantId, tenant), eq(customers.id, orders.customerId)),
        )
        .innerJoin(tenants, eq(tenants.id, tenant))
        .where(and(eq(orders.tenantId, tenant), person.verified ? or(signedIn, asGuest) : signedIn))
        .orderBy(desc(sql`coalesce(${orders.startsAt}, ${orders.placedAt})`))
        .limit(MOST),
    { readOnly: true },
  )
}
