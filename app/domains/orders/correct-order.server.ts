import { and, eq } from 'drizzle-orm'
import { canonical } from '#app/kernel/canonical.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { CustomerId } from '#app/kernel/ids.ts'
import { customers, orders } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { customerOf, type Order } from './find-order.server.ts'
import { type Buyer, customerFor } from './place.server.ts'

/** Whether the order's customer says the same of themselves as before. */
export async function saysSame(db: TenantDb, order: Order, buyer: Buyer): Promise<boolean> {
  const { name, email, phone } = await customerOf(db, order)
  return canonical([name, email, phone]) === canonical([buyer.name, buyer.email, buyer.phone])
}

/** Puts right what an order says of its customer. The caller has it locked, and it is not paid. */
export async function correctBuyer(
  db: TenantDb,
  order: Order,
  { buyer, at }: { readonly buyer: Buyer; readonly at: Instant },
): Promise<void> {
  const customerId = await correctedCustomer(db, order, { buyer, at })
  await db
    .update(orders)
    .set({ customerId, locale: buyer.locale })
    .where(and(eq(orders.tenantId, db.tenant), eq(orders.id, order.id)))
}

/** A guest's row is this order's alone, and is rewritten; somebody known may have other orders, which stay as they are. */
async function correctedCustomer(
  db: TenantDb,
  order: Order,
  { buyer, at }: { readonly buyer: Buyer; readonly at: Instant },
): Promise<CustomerId> {
  const known = await customerOf(db, order)
  if (known.personId) return customerFor(db, buyer, at)
  const { person, name, email, phone, locale } = buyer
  await db
    .update(customers)
    .set({ personId: person, name, email, phone, locale })
    .where(and(eq(customers.tenantId, db.tenant), eq(customers.id, known.id)))
  return known.id
}

/** An unpaid order gives its checkout's key to another of the same checkout. */
export async function releaseKey(db: TenantDb, order: Order): Promise<void> {
  await db
    .update(orders)
    .set({ checkoutKey: `${order.checkoutKey}:${order.id}` })
    .where(and(eq(orders.tenantId, db.tenant), eq(orders.id, order.id)))
}
