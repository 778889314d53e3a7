import { customerOf, linesOf, orderById } from '#app/domains/orders/find-order.server.ts'
import {
  accountOf,
  beginPayment,
  recordPage,
  paymentOf,
  rememberAccount,
} from '#app/domains/payments/payment.server.ts'
import type { Processor } from '#app/gateways/processor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { OrderId } from '#app/kernel/ids.ts'
import { basisPoints, money, sum } from '#app/kernel/money.ts'
import { ofKind } from '#app/kernel/price-line.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inFederation, inTenant } from '#tenants/scope.server.ts'

export type StartRefusal = 'order-not-found' | 'order-not-payable'

type PaymentRequest = {
  readonly order: OrderId
  readonly returnUrl: string
  readonly cancelUrl: string
  readonly at: Instant
}

/**
 * Opens the page on which an order is paid, and says where it is.
 *
 * The payment is written down before the processor hears of it, under the key that the processor is given, so that
 * after a crash, or a second click, the same page is found and nobody can pay twice.
 */
export async function startPayment(
  processor: Processor,
  tenant: Tenant,
  asked: PaymentRequest,
): Promise<Outcome<string, StartRefusal>> {
  const account = await openPaymentsAccount(processor, tenant, asked.at)
  const begun = await inTenant(tenant.id, async (db) => {
    const order = await orderById(db, asked.order, true)
    if (!order) return refused('order-not-found')
    if (order.state !== 'placed') return refused('order-not-payable')
    const past = await paymentOf(db, order.id)
    const amount = money(order.totalMinor, order.currency)
    const open = past?.state === 'started' ? past : undefined
    const id =
      open?.id ?? (await beginPayment(db, { order: order.id, account, amount, at: asked.at }))
    const [lines, customer] = [await linesOf(db, order), await customerOf(db, order)]
    const commissionable = sum(
      ofKind(lines, 'commissionable').map((line) => line.amount),
      order.currency,
    )
    return done({
      id,
      open,
      order,
      amount,
      customer,
      dues: basisPoints(commissionable, order.split.federationBp),
    })
  })
  if (!begun.ok) return begun
  const { id, open, order, amount, customer, dues } = begun.value
  if (open?.payUrl) return done(open.payUrl)

  const page = await processor.startPayment({
    account: open?.account ?? account,
    amount,
    applicationFee: dues,
    order: order.id,
    description: `${tenant.name}: ${order.title}`,
    customerEmail: customer.email,
    locale: order.locale,
    returnUrl: asked.returnUrl,
    cancelUrl: asked.cancelUrl,
    idempotencyKey: `pay:${id}`,
  })
  await inTenant(tenant.id, (db) => recordPage(db, id, page))
  return done(page.payUrl)
}

/** The account in which the co-op sells, opened with the processor when it has none yet. Asking twice opens one. */
export async function openPaymentsAccount(
  processor: Processor,
  tenant: Tenant,
  at: Instant,
): Promise<string> {
  const known = await inTenant(tenant.id, accountOf, { readOnly: true })
  if (known) return known
  const { account } = await processor.openAccount({
    name: tenant.name,
    country: tenant.country,
    email: `payments@${tenant.slug}.example`,
    idempotencyKey: `account:${tenant.id}`,
  })
  await inFederation((db) => rememberAccount(db, tenant.id, { account, at }))
  return account
}
