import { and, eq } from 'drizzle-orm'
import { canonical } from '#app/kernel/canonical.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { CustomerId } from '#app/kernel/ids.ts'
import { customers, orders } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { customerOf, type Order } from './find-order.server.ts'
import { type Buyer, findOrAddCustomer } from './place.server.ts'

/** Returns whether the buyer's details equal those of the order's customer. */
export async function isSameBuyer(db: TenantDb, order: Order, buyer: Buyer): Promise<boolean> {
  const { name, email, phone } = await customerOf(db, order)
  return canonical([name, email, phone]) === canonical([buyer.name, buyer.email, buyer.phone])
}

/** Corrects the customer of an order. The caller has locked the order, and it is not paid. */
export async function correctBuyer(
  db: TenantDb,
  order: Order,
  { buyer, at }: { readonly buyer: Buyer; readonly at: Instant },
): Promise<void> {
  const customerId = await correctCustomer(db, order, { buyer, at })
  await db
    .update(orders)
    .set({ customerId, locale: buyer.locale })
    .where(and(eq(orders.tenantId, db.tenant), eq(orders.id, order.id)))
}

/**
 * Corrects the customer's row. A guest's row belongs to this order alone and is rewritten. A known customer may have
 * other orders, which stay as they are.
 */
async function correctCustomer(
  db: TenantDb,
  order: Order,
  { buyer, at }: { readonly buyer: Buyer; readonly at: Instant },
): Promise<CustomerId> {
  const customer = await customerOf(db, order)
  if (customer.personId) return findOrAddCustomer(db, buyer, at)
  const { person, name, email, phone, locale } = buyer
  await db
    .update(customers)
    .set({ personId: person, name, email, phone, locale })
    .where(and(eq(customers.tenantId, db.tenant), eq(customers.id, customer.id)))
  return customer.id
}

/** Releases the checkout key of an unpaid order, so that another order of the same checkout can have it. */
export async function releaseKey(db: TenantDb, order: Order): Promise<void> {
  await db
    .update(orders)
    .set({ checkoutKey: `${order.checkoutKey}:${order.id}` })
    .where(and(eq(orders.tenantId, db.tenant), eq(orders.id, order.id)))
}
