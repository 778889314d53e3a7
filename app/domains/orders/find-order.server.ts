import { and, eq, type SQL } from 'drizzle-orm'
import type { OrderId } from '#app/kernel/ids.ts'
import { money } from '#app/kernel/money.ts'
import type { PriceLine } from '#app/kernel/price-line.ts'
import { bookings, customers, orderLines, orders } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { SplitTerms } from './order.ts'

export type Order = Omit<typeof orders.$inferSelect, 'split'> & { readonly split: SplitTerms }
export type Booking = typeof bookings.$inferSelect
export type Customer = typeof customers.$inferSelect

/** The order of this id. Locked, it waits for whoever is changing it, and nobody else changes it until commit. */
export function orderById(db: TenantDb, id: OrderId, lock = false): Promise<Order | undefined> {
  return theOrder(db, eq(orders.id, id), lock)
}

/** The order that this checkout placed, if it did: a form sent twice places one order. Locked as above. */
export function orderByCheckout(
  db: TenantDb,
  checkoutKey: string,
  lock = false,
): Promise<Order | undefined> {
  return theOrder(db, eq(orders.checkoutKey, checkoutKey), lock)
}

/** The order whose secret address this is. */
export function orderByToken(db: TenantDb, token: string): Promise<Order | undefined> {
  return theOrder(db, eq(orders.token, token))
}

async function theOrder(db: TenantDb, which: SQL, lock = false): Promise<Order | undefined> {
  const query = db
    .select()
    .from(orders)
    .where(and(eq(orders.tenantId, db.tenant), which))
  const [order] = await (lock ? query.for('update') : query)
  return order && { ...order, split: order.split as SplitTerms }
}

export async function linesOf(
  db: TenantDb,
  { id, currency }: Pick<Order, 'id' | 'currency'>,
): Promise<PriceLine[]> {
  const rows = await db
    .select()
    .from(orderLines)
    .where(and(eq(orderLines.tenantId, db.tenant), eq(orderLines.orderId, id)))
    .orderBy(orderLines.position)
  return rows.map(({ kind, key, label, quantity, amountMinor, purpose }) => ({
    kind,
    key,
    label,
    quantity,
    amount: money(amountMinor, currency),
    ...(purpose ? { purpose } : {}),
  }))
}

/** The team's bookings, without those let go of, by member. */
export async function bookingsOf(db: TenantDb, order: OrderId): Promise<Booking[]> {
  const rows = await db
    .select()
    .from(bookings)
    .where(and(eq(bookings.tenantId, db.tenant), eq(bookings.orderId, order)))
    .orderBy(bookings.memberId)
  return rows.filter(({ state }) => state !== 'released')
}

export async function customerOf(
  db: TenantDb,
  { customerId }: Pick<Order, 'customerId'>,
): Promise<Customer> {
  const [customer] = await db
    .select()
    .from(customers)
    .where(and(eq(customers.tenantId, db.tenant), eq(customers.id, customerId)))
  if (!customer) throw new Error('An order without its customer.')
  return customer
}
