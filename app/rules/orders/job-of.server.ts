import { earnersOf } from '#app/domains/orders/earners.server.ts'
import type { Item, Order } from '#app/domains/orders/find-order.server.ts'
import type { ItemId, MemberId } from '#app/kernel/ids.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

type JobQuery = { readonly member: MemberId; readonly item?: ItemId | undefined }

/**
 * Returns the item of an order by which a member earns: the given one, or the first whose work is not over, or the first.
 */
export async function jobOf(
  db: TenantDb,
  order: Order,
  { member, item: itemId }: JobQuery,
): Promise<Item | undefined> {
  const own: Item[] = []
  for (const item of order.items) {
    if (itemId && item.id !== itemId) continue
    const earners = await earnersOf(db, item.id)
    if (earners.some((earner) => earner.member === member)) own.push(item)
  }
  return own.find(({ state }) => state === 'paid') ?? own[0]
}
