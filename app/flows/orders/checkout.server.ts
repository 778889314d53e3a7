import { customerOf, orderByCheckout } from '#app/domains/orders/find-order.server.ts'
import { paymentOf } from '#app/domains/payments/payment.server.ts'
import type { Processor } from '#app/gateways/processor.ts'
import { done, type Outcome, type PlainRefusal } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { type OrderRequest, placeOrder } from './place-order.server.ts'
import { recordPayment } from '#app/flows/payments/record-payment.server.ts'
import { startPayment } from '#app/flows/payments/start-payment.server.ts'

/** Gives the addresses to which the processor sends the customer back, by the order's secret token. */
export type PaymentUrls = (token: string) => {
  readonly returnUrl: string
  readonly cancelUrl: string
}

export type StartedCheckout = {
  readonly token: string
  /** The address of the payment page; null when the order can no longer be paid. */
  readonly payUrl: string | null
}

/**
 * Places the order of a checkout and opens its payment page. When the checkout already has an open page, it first asks
 * the processor whether that was paid. It closes the page of a replaced order or of another email address, so that the
 * customer cannot pay there.
 */
export async function startCheckout(
  processor: Processor,
  tenant: Tenant,
  request: OrderRequest,
  paymentUrls: PaymentUrls,
): Promise<Outcome<StartedCheckout, PlainRefusal>> {
  const { at, buyer } = request
  const openPage = await findOpenPage(tenant, request.checkoutKey)
  if (openPage) await recordPayment(processor, tenant, { session: openPage.session, at })
  const placed = await placeOrder(tenant, request)
  if (!placed.ok) return placed
  const { id, token } = placed.value
  if (openPage && (openPage.order !== id || openPage.email !== buyer.email)) {
    await processor.closePayment(openPage)
    await recordPayment(processor, tenant, { session: openPage.session, at })
  }
  const page = await startPayment(processor, tenant, { order: id, ...paymentUrls(token), at })
  return done({ token, payUrl: page.ok ? page.value : null })
}

/** Finds the open payment page of a checkout's order. Returns undefined when there is none. */
function findOpenPage(tenant: Tenant, checkoutKey: string) {
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
