import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import type { ItemId, OrderId } from '#app/kernel/ids.ts'
import { money } from '#app/kernel/money.ts'
import type { PriceLine } from '#app/kernel/price-line.ts'
import { customers, orderItems, orderLines, orders } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { SplitRule } from '#app/kernel/split-rule.ts'

export type Item = typeof orderItems.$inferSelect
export type Order = Omit<typeof orders.$inferSelect, 'split'> & {
  readonly split: SplitRule
  readonly items: readonly Item[]
}
export type Customer = typeof customers.$inferSelect

/**
 * Returns the order with this id. With `lock` it waits for another change, and nobody else changes the order until
 * commit.
 */
export function orderById(db: TenantDb, id: OrderId, lock = false): Promise<Order | undefined> {
  return findOrder(db, eq(orders.id, id), lock)
}

/**
 * Returns the order that this checkout placed, if any: a form that was sent twice places one order. `lock` works as in
 * {@link orderById}.
 */
export function orderByCheckout(
  db: TenantDb,
  checkoutKey: string,
  lock = false,
): Promise<Order | undefined> {
  return findOrder(db, eq(orders.checkoutKey, checkoutKey), lock)
}

/** Returns the order with this secret address. */
export function orderByToken(db: TenantDb, token: string): Promise<Order | undefined> {
  return findOrder(db, eq(orders.token, token))
}

/** Returns an order with its items. The items are read after the lock, in the same round trip, so they are current. */
async function findOrder(db: TenantDb, condition: SQL, lock = false): Promise<Order | undefined> {
  const query = db
    .select()
    .from(orders)
    .where(and(eq(orders.tenantId, db.tenant), condition))
  const [[order], items] = await Promise.all([
    lock ? query.for('update') : query,
    db
      .select({ item: orderItems })
      .from(orderItems)
      .innerJoin(orders, and(eq(orders.tenantId, db.tenant), eq(orders.id, orderItems.orderId)))
      .where(and(eq(orderItems.tenantId, db.tenant), condition))
      .orderBy(asc(orderItems.position)),
  ])
  return (
    order && {
      ...order,
      split: order.split as SplitRule,
      items: items.map(({ item }) => item),
    }
  )
}

/** Returns the items of several orders, in their positions. */
export async function itemsOf(db: TenantDb, orderIds: readonly OrderId[]): Promise<Item[]> {
  if (orderIds.length === 0) return []
  return db
    .select()
    .from(orderItems)
    .where(and(eq(orderItems.tenantId, db.tenant), inArray(orderItems.orderId, [...orderIds])))
    .orderBy(asc(orderItems.position))
}

/** Returns the title of an order: the titles of its items. */
export function titleOf({ items }: { readonly items: readonly Pick<Item, 'title'>[] }): string {
  return items.map(({ title }) => title).join(' · ')
}

/** Returns the item with this id; without an id, the only item of the order, or undefined when it has several. */
export function itemOf({ items }: Pick<Order, 'items'>, id?: ItemId): Item | undefined {
  if (id) return items.find((item) => item.id === id)
  return items.length === 1 ? items[0] : undefined
}

/**
 * Returns the price lines of an item: the final ones, or the quoted ones until the final price is known. A price that
 * came to another one than was quoted has final lines, and one that came to nothing has none.
 */
export async function linesOf(
  db: TenantDb,
  { id, quotedMinor, finalMinor }: Pick<Item, 'id' | 'quotedMinor' | 'finalMinor'>,
  { currency }: Pick<Order, 'currency'>,
): Promise<PriceLine[]> {
  const rows = await db
    .select()
    .from(orderLines)
    .where(and(eq(orderLines.tenantId, db.tenant), eq(orderLines.itemId, id)))
    .orderBy(orderLines.position)
  const final = rows.filter(({ phase }) => phase === 'final')
  const isQuoted = final.length === 0 && (finalMinor ?? quotedMinor) === quotedMinor
  return (isQuoted ? rows : final).map(({ kind, key, label, quantity, amountMinor, purpose }) => ({
    kind,
    key,
    label,
    quantity,
    amount: money(amountMinor, currency),
    ...(purpose ? { purpose } : {}),
  }))
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
