import { orderById } from '#app/domains/orders/find-order.server.ts'
import type { TenantId } from '#app/kernel/ids.ts'
import { gateways } from '#app/wiring.server.ts'
import { tenantById } from '#tenants/directory.server.ts'
import { inFederation, inTenant } from '#tenants/scope.server.ts'
import { placeOrder } from '#app/flows/orders/place-order.server.ts'
import { recordPayment } from '#app/flows/payments/record-payment.server.ts'
import { startPayment } from '#app/flows/payments/start-payment.server.ts'
import { buildOrderRequest, monday, payOnPage, paymentUrls, wednesday } from './co-op.ts'

/**
 * Runs one customer's checkout as a program: it places the order, pays it, and records the payment. Run again with the
 * same key, it sends the same form again and pays the order if it is not paid.
 */
const [id = '', checkoutKey = ''] = process.argv.slice(2)
const tenant = await inFederation((db) => tenantById(db, id as TenantId))
if (!tenant) throw new Error('No such co-op.')
const placed = await placeOrder(tenant, buildOrderRequest(wednesday, { checkoutKey }))
if (!placed.ok) throw new Error(placed.refusal)
const order = await inTenant(tenant.id, (db) => orderById(db, placed.value.id))
if (order?.state === 'placed') {
  const { processor } = gateways()
  const page = await startPayment(processor, tenant, {
    order: order.id,
    ...paymentUrls,
    at: monday,
  })
  if (!page.ok) throw new Error(page.refusal)
  await payOnPage(page.value)
  const session = page.value.split('/').at(-1) ?? ''
  await recordPayment(processor, tenant, { session, at: monday })
}
process.exit(0)
