import { setEarners } from '#app/domains/orders/earners.server.ts'
import { orderById } from '#app/domains/orders/find-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId, OrderId, TenantId } from '#app/kernel/ids.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { settleItem } from '#app/flows/orders/settle-order.server.ts'

type FinishRequest = { readonly order: OrderId; readonly item: ItemId; readonly at: Instant }

/**
 * Settles a paid item whose work is done, though none of its workers takes a step any more. Its kind says whether it is.
 * A late or repeated call changes nothing.
 */
export function finishItem(
  tenant: TenantId,
  { order: id, item: itemId, at }: FinishRequest,
): Promise<void> {
  return inTenant(tenant, async (db) => {
    const order = await orderById(db, id, true)
    const item = order?.items.find((one) => one.id === itemId)
    if (!order || item?.state !== 'paid') return
    const finished = await actsOf(item.kind).finish?.(db, { item, at })
    if (finished?.earners) await setEarners(db, item.id, finished.earners, at)
    if (finished?.settles) await settleItem(db, order, { item: item.id, at, ...finished })
  })
}
