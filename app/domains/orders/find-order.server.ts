import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import type { ItemId, OrderId } from '#app/kernel/ids.ts'
import { money } from '#app/kernel/money.ts'
import type { PriceLine } from '#app/kernel/price-line.ts'
import { customers, orderItems, orderLines, orders } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { SplitTerms } from './order.ts'

export type Item = typeof orderItems.$inferSelect
export type Order = Omit<typeof orders.$inferSelect, 'split'> & {
  readonly split: SplitTerms
  readonly items: readonly Item[]
}
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

/** An order with its items. They are read after it is locked, in the same round trip, so they are those of now. */
async function theOrder(db: TenantDb, which: SQL, lock = false): Promise<Order | undefined> {
  const query = db
    .select()
    .from(orders)
    .where(and(eq(orders.tenantId, db.tenant), which))
  const [[order], items] = await Promise.all([
    lock ? query.for('update') : query,
    db
      .select({ item: orderItems })
      .from(orderItems)
      .innerJoin(orders, and(eq(orders.tenantId, db.tenant), eq(orders.id, orderItems.orderId)))
      .where(and(eq(orderItems.tenantId, db.tenant), which))
      .orderBy(asc(orderItems.position)),
  ])
  return (
    order && {
      ...order,
      split: order.split as SplitTerms,
      items: items.map(({ item }) => item),
    }
  )
}

/** The items of several orders, each order's in their places. */
export async function itemsOf(db: TenantDb, of: readonly OrderId[]): Promise<Item[]> {
  if (of.length === 0) return []
  return db
    .select()
    .from(orderItems)
    .where(and(eq(orderItems.tenantId, db.tenant), inArray(orderItems.orderId, [...of])))
    .orderBy(asc(orderItems.position))
}

/** What an order is called: by what was ordered. */
export function titleOf({ items }: { readonly items: readonly Pick<Item, 'title'>[] }): string {
  return items.map(({ title }) => title).join(' · ')
}

/** The one item of an order that has no more, or the one named. */
export function itemOf({ items }: Pick<Order, 'items'>, id?: ItemId): Item | undefined {
  if (id) return items.find((item) => item.id === id)
  return items.length === 1 ? items[0] : undefined
}

/** What an item costs, line by line: as it came to, or, until that is known, as it was quoted. */
export async function linesOf(
  db: TenantDb,
  { id }: Pick<Item, 'id'>,
  { currency }: Pick<Order, 'currency'>,
): Promise<PriceLine[]> {
  const rows = await db
    .select()
    .from(orderLines)
    .where(and(eq(orderLines.tenantId, db.tenant), eq(orderLines.itemId, id)))
    .orderBy(orderLines.position)
  const final = rows.filter(({ phase }) => phase === 'final')
  return (final.length > 0 ? final : rows).map(
    ({ kind, key, label, quantity, amountMinor, purpose }) => ({
      kind,
      key,
      label,
      quantity,
      amount: money(amountMinor, currency),
      ...(purpose ? { purpose } : {}),
    }),
  )
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
