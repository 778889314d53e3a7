import { customerOf, orderByCheckout } from '#app/domains/orders/find-order.server.ts'
import { paymentOf } from '#app/domains/payments/payment.server.ts'
import type { Processor } from '#app/gateways/processor.ts'
import { done, type Outcome } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { type OrderRequest, placeOrder, type PlaceRefusal } from './place-order.server.ts'
import { recordPayment } from '#app/flows/payments/record-payment.server.ts'
import { startPayment } from '#app/flows/payments/start-payment.server.ts'

/** Where an order is paid and where the processor sends its customer back to, by the order's secret address. */
export type Ways = (token: string) => { readonly returnUrl: string; readonly cancelUrl: string }

export type StartedCheckout = {
  readonly token: string
  /** Where it is paid; null when there is nothing to pay any more. */
  readonly payUrl: string | null
}

/**
 * From a customer's answers to the page on which they pay. Whoever comes back with the same checkout is first asked for
 * at the processor, because they may have paid; and a page for what is no longer wanted is closed, so that nobody pays
 * for it.
 */
export async function startCheckout(
  processor: Processor,
  tenant: Tenant,
  asked: OrderRequest,
  ways: Ways,
): Promise<Outcome<StartedCheckout, PlaceRefusal>> {
  const { at, buyer } = asked
  const open = await openPage(tenant, asked.checkoutKey)
  if (open) await recordPayment(processor, tenant, { session: open.session, at })
  const placed = await placeOrder(tenant, asked)
  if (!placed.ok) return placed
  const { id, token } = placed.value
  if (open && (open.order !== id || open.email !== buyer.email)) {
    await processor.closePayment(open)
    await recordPayment(processor, tenant, { session: open.session, at })
  }
  const page = await startPayment(processor, tenant, { order: id, ...ways(token), at })
  return done({ token, payUrl: page.ok ? page.value : null })
}

/** The page that is open for this checkout's order, if it has one. */
function openPage(tenant: Tenant, checkoutKey: string) {
  return inTenant(
    tenant.id,
    async (db) => {
      const order = await orderByCheckout(db, checkoutKey)
      if (!order) return undefined
      const payment = await paymentOf(db, order.id)
      if (!payment?.account || !payment.session || payment.state !== 'started') return undefined
      const { account, session } = payment
      const { email } = await customerOf(db, order)
      return { order: order.id, email, account, session }
    },
    { readOnly: true },
  )
}
