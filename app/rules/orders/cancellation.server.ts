import { charterOfVersion } from '#app/domains/charter/in-force.server.ts'
import type { CancellationCause } from '#app/domains/orders/change-state.server.ts'
import type { Item, Order } from '#app/domains/orders/find-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId } from '#app/kernel/ids.ts'
import { minus, type Money, money } from '#app/kernel/money.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { priceOf } from '#app/rules/orders/parts-of-order.server.ts'

type CancellationQuery = { readonly by: CancellationCause['by']; readonly at: Instant }

export type Cancellation = {
  readonly begun: boolean
  readonly retained: Money
  readonly returned: Money
  readonly freeUntil: Instant | null
}

/**
 * Returns the items that cancelling an order would cancel: its open ones, or the given one of a paid order. There is none
 * when the order, or that item, is no longer open.
 */
export function cancellableItems(order: Order, item?: ItemId): readonly Item[] {
  const paid = order.state === 'paid'
  if (!paid && order.state !== 'placed') return []
  const open = order.items.filter(({ state }) => state === order.state)
  return item && paid ? open.filter(({ id }) => id === item) : open
}

/**
 * Returns what cancelling an item would retain and return, by the charter that priced the order. A cancellation by the
 * co-op returns everything; for an unpaid item both are zero.
 */
export async function cancellationOf(
  db: TenantDb,
  order: Order,
  item: Item,
  { by, at }: CancellationQuery,
): Promise<Cancellation> {
  const { cancellation: terms } = await charterOfVersion(db, order.charterVersion)
  const paid = money(item.state === 'paid' ? item.mostMinor : 0n, order.currency)
  const price = item.state === 'paid' ? await priceOf(db, order, item) : paid
  const cancelled = await actsOf(item.kind).cancelling(db, item, { by, terms, price, at })
  const { begun, retained, freeUntil } = cancelled
  return { begun, retained, returned: minus(paid, retained), freeUntil }
}
