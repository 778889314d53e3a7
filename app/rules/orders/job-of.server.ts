import { earnersOf } from '#app/domains/orders/earners.server.ts'
import type { Item, Order } from '#app/domains/orders/find-order.server.ts'
import type { ItemId, MemberId } from '#app/kernel/ids.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

type Mine = { readonly member: MemberId; readonly item?: ItemId | undefined }

/** The item of an order by which a member earns: the one named, or the first of theirs. */
export async function jobOf(
  db: TenantDb,
  order: Order,
  { member, item: which }: Mine,
): Promise<Item | undefined> {
  for (const item of order.items) {
    if (which && item.id !== which) continue
    const earners = await earnersOf(db, item.id)
    if (earners.some((earner) => earner.member === member)) return item
  }
  return undefined
}
