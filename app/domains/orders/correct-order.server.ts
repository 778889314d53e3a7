import { and, eq } from 'drizzle-orm'
import { canonical } from '#app/kernel/canonical.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { CustomerId } from '#app/kernel/ids.ts'
import { type Address, customers, orders } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { cancel } from './change-state.server.ts'
import { customerOf, type Order } from './find-order.server.ts'
import { type Buyer, customerFor } from './place.server.ts'

/** What a customer says of themselves and of the place: what may still be put right before the order is paid. */
export type Details = {
  readonly buyer: Buyer
  readonly address: Address
  readonly notes: string
}

/** Whether the order already says all of this. */
export async function hasSameDetails(
  db: TenantDb,
  order: Order,
  { buyer, address, notes }: Details,
): Promise<boolean> {
  const { name, email, phone } = await customerOf(db, order)
  return (
    canonical([name, email, phone, order.address, order.notes]) ===
    canonical([buyer.name, buyer.email, buyer.phone, address, notes])
  )
}

/** Puts right what an order says of its customer and its place. The caller has it locked, and it is not paid. */
export async function correct(
  db: TenantDb,
  order: Order,
  { buyer, address, notes, at }: Details & { readonly at: Instant },
): Promise<void> {
  const customerId = await correctedCustomer(db, order, { buyer, at })
  await db
    .update(orders)
    .set({ customerId, address, notes, locale: buyer.locale })
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

/** An unpaid order gives way to another of the same checkout: it is off, its time is free, and the key is the other's. */
export async function releaseCheckout(db: TenantDb, order: Order, at: Instant): Promise<void> {
  if (order.state !== 'cancelled') await cancel(db, order.id, { by: 'customer', reason: '', at })
  await db
    .update(orders)
    .set({ checkoutKey: `${order.checkoutKey}:${order.id}` })
    .where(and(eq(orders.tenantId, db.tenant), eq(orders.id, order.id)))
}
