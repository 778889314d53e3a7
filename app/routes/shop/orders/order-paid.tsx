import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { recordPayment } from '#app/flows/payments/record-payment.server.ts'
import { readOrderPage } from '#app/reads/orders/order-page.server.ts'
import { atCoop, notFound } from '#app/request/guards.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { gateways } from '#app/wiring.server.ts'
import { clearDetails } from './saved-details.server.ts'

/** The address to which a customer returns after paying. It asks the processor at once, so that nobody waits for its event. */
export async function loader(args: LoaderFunctionArgs) {
  const { tenant, at } = atCoop(args)
  const token = args.params['token'] ?? ''
  const order = await readOrderPage(tenant, token, at)
  if (!order) throw notFound()
  const session = order.payment?.session
  if (session && order.state !== 'paid')
    await recordPayment(gateways().processor, tenant, { session, at })
  return redirect(pathTo('/orders/:token', { token }), { headers: clearDetails() })
}
