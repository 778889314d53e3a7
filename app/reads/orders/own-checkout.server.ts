import { orderByCheckout } from '#app/domains/orders/find-order.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'

/** Reads the order of a checkout, if any, and whether it is paid. */
export function readCheckout(tenant: Tenant, checkoutKey: string) {
  return inTenant(
    tenant.id,
    async (db) => {
      const order = await orderByCheckout(db, checkoutKey)
      if (!order) return undefined
      const { token, items, paidAt } = order
      return { token, paid: paidAt !== null, items: items.map(({ id }) => id) }
    },
    { readOnly: true },
  )
}
