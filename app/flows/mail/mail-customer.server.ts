import type { LetterData, Template } from '#app/domains/mail/letters.ts'
import { promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import {
  customerOf,
  type Item,
  type Order,
  titleOf,
} from '#app/domains/orders/find-order.server.ts'
import { priceMinorOf } from '#app/domains/orders/order.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { Money } from '#app/kernel/money.ts'
import { commonKind } from '#app/locales/kind-words.ts'
import { factsOf } from '#app/rules/orders/facts.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

export type CustomerTemplate = Extract<
  Template,
  `order-${string}` | 'payment-late-refunded' | 'work-done'
>

/** What a letter to a customer is about. It includes an amount if the letter's template names one. */
type OrderLetter<Name extends CustomerTemplate> = {
  readonly order: Order
  /** The item that the letter is about. It is left out when the letter is about all items. */
  readonly item?: Item
  readonly at: Instant
} & (LetterData<Name> extends { readonly amount: string }
  ? { readonly amount: Money }
  : { readonly amount?: Money })

/** Promises a letter about an order to its customer. The amount is the order's total if none is given. */
export async function mailCustomer<Name extends CustomerTemplate>(
  db: TenantDb,
  template: Name,
  { order, item, at, amount }: OrderLetter<Name>,
): Promise<void> {
  const { email, name, locale } = await customerOf(db, order)
  const values = await orderData(db, order, item)
  const data = { ...values, amount: (amount?.minor ?? order.totalMinor).toString() }
  const anyTemplate: CustomerTemplate = template
  await promiseMail(db, { template: anyTemplate, to: { email, name, locale }, data, at })
}

/**
 * Gives the data of a letter about an order as plain values. The letter formats them in the reader's language. The total
 * of one item is its price, and the total of an order is what is paid in advance.
 */
async function orderData(db: TenantDb, order: Order, item: Item | undefined) {
  const { code, token, currency, totalMinor } = order
  const { start } = await factsOf(db, item ?? order.items[0])
  return {
    /** The kind in whose words the letter is written: none for an order with items of several. */
    kind: commonKind(item ? [item] : order.items),
    title: item?.title ?? titleOf(order),
    code,
    currency,
    total: (item ? priceMinorOf(item) : totalMinor).toString(),
    start: start?.toString() ?? '',
    path: pathTo('/orders/:token', { token }),
  }
}

/** Gives the data of a letter to members about the work on an order. */
export async function jobData(db: TenantDb, order: Order, item?: Item) {
  return {
    ...(await orderData(db, order, item)),
    path: pathTo('/office/jobs/:id', { id: order.id }, { item: item?.id }),
  }
}
