import { and, eq, inArray } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import { orderItems, orders } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { Item, Order } from './find-order.server.ts'
import { stateOf } from './order.ts'

type Change = Partial<
  Pick<Item, 'state' | 'finalMinor' | 'settledAt' | 'cancelledAt' | 'cancelledBy' | 'cancelReason'>
>

/**
 * Changes some items of an order, and the order's state with them, in one transaction. The caller has the order locked.
 * Returns the order as it is now.
 */
async function changeItems(
  db: TenantDb,
  order: Order,
  changed: readonly Item[],
  change: Change,
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

/** The order is paid for, and with it every item that was not called off. */
export async function confirm(db: TenantDb, order: Order, at: Instant): Promise<Order> {
  await db.update(orders).set({ paidAt: at, holdUntil: null }).where(thisOrder(db, order))
  const paid = { ...order, paidAt: at, holdUntil: null }
  const bought = order.items.filter(({ state }) => state === 'placed' || state === 'lapsed')
  return changeItems(db, paid, bought, { state: 'paid' })
}

type Settling = { readonly finalMinor: bigint; readonly at: Instant }

/** An item's money is shared out, at what it came to. */
export function settle(
  db: TenantDb,
  order: Order,
  item: Item,
  { finalMinor, at }: Settling,
): Promise<Order> {
  return changeItems(db, order, [item], { state: 'settled', settledAt: at, finalMinor })
}

export type Cancelling = {
  readonly by: 'customer' | 'co-op'
  readonly reason: string
  readonly at: Instant
}

/** Items of the order are off. What they reserved is for their kind to release. */
export async function cancel(
  db: TenantDb,
  order: Order,
  items: readonly Item[],
  { by, reason, at }: Cancelling,
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
