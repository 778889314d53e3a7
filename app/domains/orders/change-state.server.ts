import { and, eq, inArray } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import { orderItems, orders } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { Item, Order } from './find-order.server.ts'
import { stateOf } from './order.ts'

type ItemChange = Partial<
  Pick<Item, 'state' | 'finalMinor' | 'settledAt' | 'cancelledAt' | 'cancelledBy' | 'cancelReason'>
>

/**
 * Changes some items of an order, and the order's state with them, in one transaction. The caller has locked the order.
 * Returns the order as it is now.
 */
async function changeItems(
  db: TenantDb,
  order: Order,
  changed: readonly Item[],
  change: ItemChange,
): Promise<Order> {
  const ids = changed.map(({ id }) => id)
  const items = order.items.map((item) => (ids.includes(item.id) ? { ...item, ...change } : item))
  const state = stateOf(items)
  await db
    .update(orderItems)
    .set(change)
    .where(and(eq(orderItems.tenantId, db.tenant), inArray(orderItems.id, ids)))
  if (state !== order.state) await db.update(orders).set({ state }).where(thisOrder(db, order))
  return { ...order, items, state }
}

/** Records that the order is paid, with every item that was not cancelled. */
export async function confirmOrder(db: TenantDb, order: Order, at: Instant): Promise<Order> {
  await db.update(orders).set({ paidAt: at, holdUntil: null }).where(thisOrder(db, order))
  const paid = { ...order, paidAt: at, holdUntil: null }
  const paidItems = order.items.filter(({ state }) => state === 'placed' || state === 'lapsed')
  return changeItems(db, paid, paidItems, { state: 'paid' })
}

type Settlement = { readonly finalMinor: bigint; readonly at: Instant }

/** Records that an item is settled at its final price. */
export function recordSettled(
  db: TenantDb,
  order: Order,
  item: Item,
  { finalMinor, at }: Settlement,
): Promise<Order> {
  return changeItems(db, order, [item], { state: 'settled', settledAt: at, finalMinor })
}

export type CancellationCause = {
  readonly by: 'customer' | 'co-op'
  readonly reason: string
  readonly at: Instant
}

/** Cancels items of the order. Their kind releases what they reserved. */
export async function cancelItems(
  db: TenantDb,
  order: Order,
  items: readonly Item[],
  { by, reason, at }: CancellationCause,
): Promise<Order> {
  const change = { cancelledAt: at, cancelledBy: by, cancelReason: reason }
  const after = await changeItems(db, order, items, { state: 'cancelled', ...change })
  if (after.state === 'placed' || order.holdUntil === null) return after
  await db.update(orders).set({ holdUntil: null }).where(thisOrder(db, order))
  return { ...after, holdUntil: null }
}

function thisOrder(db: TenantDb, order: Order) {
  return and(eq(orders.tenantId, db.tenant), eq(orders.id, order.id))
}
