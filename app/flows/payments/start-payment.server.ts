import {
  customerOf,
  linesOf,
  type Order,
  orderById,
  titleOf,
} from '#app/domains/orders/find-order.server.ts'
import {
  processorAccountOf,
  beginPayment,
  recordPage,
  paymentOf,
  saveAccount,
} from '#app/domains/payments/payment.server.ts'
import type { Processor } from '#app/gateways/processor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { OrderId } from '#app/kernel/ids.ts'
import { basisPoints, type Money, money, sum } from '#app/kernel/money.ts'
import { ofKind } from '#app/kernel/price-line.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inFederation, inTenant, type TenantDb } from '#tenants/scope.server.ts'

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
    const [dues, customer] = [await duesOf(db, order), await customerOf(db, order)]
    return done({
      id,
      open,
      order,
      amount,
      customer,
      dues,
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
    description: `${tenant.name}: ${titleOf(order)}`,
    customerEmail: customer.email,
    locale: order.locale,
    returnUrl: asked.returnUrl,
    cancelUrl: asked.cancelUrl,
    idempotencyKey: `pay:${id}`,
  })
  await inTenant(tenant.id, (db) => recordPage(db, id, page))
  return done(page.payUrl)
}

/** What the federation gets of an order as it is quoted: its part of each item, as the items are shared out. */
async function duesOf(db: TenantDb, order: Order): Promise<Money> {
  const dues = order.items.map(async (item) => {
    const commissionable = ofKind(await linesOf(db, item, order), 'commissionable')
    const amounts = commissionable.map(({ amount }) => amount)
    return basisPoints(sum(amounts, order.currency), order.split.federationBp)
  })
  return sum(await Promise.all(dues), order.currency)
}

/** The account in which the co-op sells, opened with the processor when it has none yet. Asking twice opens one. */
export async function openPaymentsAccount(
  processor: Processor,
  tenant: Tenant,
  at: Instant,
): Promise<string> {
  const known = await inTenant(tenant.id, processorAccountOf, { readOnly: true })
  if (known) return known
  const { account } = await processor.openAccount({
    name: tenant.name,
    country: tenant.country,
    email: `payments@${tenant.slug}.example`,
    idempotencyKey: `account:${tenant.id}`,
  })
  await inFederation((db) => saveAccount(db, tenant.id, { account, at }))
  return account
}
