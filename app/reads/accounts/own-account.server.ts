import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId, TenantId } from '#app/kernel/ids.ts'
import { tenants } from '#db/schema/federation.ts'
import { itemsOf, titleOf } from '#app/domains/orders/find-order.server.ts'
import { totalPriceMinorOf } from '#app/domains/orders/order.ts'
import { factsOfAll } from '#app/rules/orders/facts.server.ts'
import { personCoOps } from '#db/schema/accounts.ts'
import { customers, orders } from '#db/schema/orders.ts'
import { inFederation, inTenant } from '#tenants/scope.server.ts'

type Reader = { readonly id: PersonId; readonly email: string; readonly verified: boolean }

/**
 * Reads the co-ops that a person belongs to or has ordered from, and their orders; on a co-op's site only the orders
 * there. Orders that they placed as a guest are included once their address is confirmed.
 */
export async function readOwnAccount(person: Reader, tenant: TenantId | null) {
  const coOps = await coOpsOf(person.id)
  const shopIds = tenant ? [tenant] : coOps.filter(({ buys }) => buys).map(({ id }) => id)
  const ordered = []
  // The co-ops are read one after the other, so that a reader takes one connection, however many
  // co-ops they have.
  for (const id of shopIds) ordered.push(...(await ordersOf(id, person)))
  return {
    coOps: coOps.filter(({ id }) => id !== tenant),
    orders: ordered.toSorted((a, b) => sortTime(b) - sortTime(a)).slice(0, MAX_ORDERS),
  }
}

const MAX_ORDERS = 200

type Times = { readonly start: Instant | null; readonly placedAt: Instant }
const sortTime = ({ start, placedAt }: Times) => (start ?? placedAt).epochMilliseconds

function coOpsOf(person: PersonId) {
  const hasKind = (kind: 'member' | 'customer') =>
    sql<boolean>`bool_or(${personCoOps.kind} = ${kind})`
  return inFederation(
    (db) =>
      db
        .select({
          id: tenants.id,
          slug: tenants.slug,
          name: tenants.name,
          belongs: hasKind('member'),
          buys: hasKind('customer'),
        })
        .from(personCoOps)
        .innerJoin(tenants, eq(tenants.id, personCoOps.tenantId))
        .where(eq(personCoOps.personId, person))
        .groupBy(tenants.id)
        .orderBy(tenants.name, tenants.id),
    { readOnly: true },
  )
}

async function ordersOf(tenant: TenantId, person: Reader) {
  const signedIn = eq(customers.personId, person.id)
  const asGuest = and(isNull(customers.personId), eq(customers.email, person.email))
  return inTenant(
    tenant,
    async (db) => {
      const rows = await db
        .select({
          coOp: { slug: tenants.slug, name: tenants.name, timeZone: tenants.timeZone },
          id: orders.id,
          token: orders.token,
          code: orders.code,
          state: orders.state,
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
        .orderBy(desc(orders.placedAt), desc(orders.id))
        .limit(MAX_ORDERS)
      const items = await itemsOf(
        db,
        rows.map(({ id }) => id),
      )
      const facts = await factsOfAll(db, items)
      return rows.map(({ id, ...order }) => {
        const ownItems = items.filter(({ orderId }) => orderId === id)
        const [first] = ownItems
        return {
          ...order,
          minor: totalPriceMinorOf(ownItems),
          title: titleOf({ items: ownItems }),
          start: (first && facts.get(first.id)?.start) ?? null,
        }
      })
    },
    { readOnly: true },
  )
}
