import { and, eq } from 'drizzle-orm'
import type { ItemId, OrderId } from '#app/kernel/ids.ts'
import { orderItems } from '#db/schema/orders.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'

/** Returns the kind of an item of an order, or undefined when the order has no such item. */
export function readItemKind(
  tenant: Tenant,
  order: OrderId,
  item: ItemId,
): Promise<string | undefined> {
  return inTenant(
    tenant.id,
    async (db) => {
      const [found] = await db
        .select({ kind: orderItems.kind })
        .from(orderItems)
        .where(
          and(
            eq(orderItems.tenantId, db.tenant),
            eq(orderItems.orderId, order),
            eq(orderItems.id, item),
          ),
        )
      return found?.kind
    },
    { readOnly: true },
  )
}
