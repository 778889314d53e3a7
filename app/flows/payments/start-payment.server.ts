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
 * Opens the payment page of an order and returns its address.
 *
 * The payment is saved before the processor is called, and its id is the idempotency key. After a crash or a second
 * click the same page is found, so that the customer cannot pay twice.
 */
export async function startPayment(
  processor: Processor,
  tenant: Tenant,
  request: PaymentRequest,
): Promise<Outcome<string, StartRefusal>> {
  const account = await openPaymentsAccount(processor, tenant, request.at)
  const started = await inTenant(tenant.id, async (db) => {
    const order = await orderById(db, request.order, true)
    if (!order) return refused('order-not-found')
    if (order.state !== 'placed') return refused('order-not-payable')
    const latest = await paymentOf(db, order.id)
    const amount = money(order.totalMinor, order.currency)
    const open = latest?.state === 'started' ? latest : undefined
    const id =
      open?.id ?? (await beginPayment(db, { order: order.id, account, amount, at: request.at }))
    const [fee, customer] = [await federationFeeOf(db, order), await customerOf(db, order)]
    return done({
      id,
      open,
      order,
      amount,
      customer,
      fee,
    })
  })
  if (!started.ok) return started
  const { id, open, order, amount, customer, fee } = started.value
  if (open?.payUrl) return done(open.payUrl)

  const page = await processor.startPayment({
    account: open?.account ?? account,
    amount,
    applicationFee: fee,
    order: order.id,
    description: `${tenant.name}: ${titleOf(order)}`,
    customerEmail: customer.email,
    locale: order.locale,
    returnUrl: request.returnUrl,
    cancelUrl: request.cancelUrl,
    idempotencyKey: `pay:${id}`,
  })
  await inTenant(tenant.id, (db) => recordPage(db, id, page))
  return done(page.payUrl)
}

/** Gives the federation's part of an order at its quoted prices: the sum of its parts of the items. */
async function federationFeeOf(db: TenantDb, order: Order): Promise<Money> {
  const fees = order.items.map(async (item) => {
    const commissionable = ofKind(await linesOf(db, item, order), 'commissionable')
    const amounts = commissionable.map(({ amount }) => amount)
    return basisPoints(sum(amounts, order.currency), order.split.federationBp)
  })
  return sum(await Promise.all(fees), order.currency)
}

/** Returns the co-op's account at the processor. It opens one if there is none; repeated calls open only one. */
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
