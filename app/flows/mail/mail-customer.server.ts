import type { LetterData, Template } from '#app/domains/mail/letters.ts'
import { promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import {
  customerOf,
  type Item,
  type Order,
  titleOf,
} from '#app/domains/orders/find-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { Money } from '#app/kernel/money.ts'
import { factsOf } from '#app/rules/orders/facts.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

export type CustomerTemplate = Extract<
  Template,
  `order-${string}` | 'payment-late-refunded' | 'work-done'
>

/** What a letter is about: an order, and where its sentences name an amount, that too. */
type About<Name extends CustomerTemplate> = {
  readonly order: Order
  /** The item it is about; none where it is about all of them. */
  readonly item?: Item
  readonly at: Instant
} & (LetterData<Name> extends { readonly amount: string }
  ? { readonly amount: Money }
  : { readonly amount?: Money })

/** A letter about an order to its customer. */
export async function mailCustomer<Name extends CustomerTemplate>(
  db: TenantDb,
  template: Name,
  { order, item, at, amount }: About<Name>,
): Promise<void> {
  const { email, name, locale } = await customerOf(db, order)
  const own = await orderData(db, order, item)
  const data = { ...own, amount: (amount?.minor ?? order.totalMinor).toString() }
  const about: CustomerTemplate = template
  await promiseMail(db, { template: about, to: { email, name, locale }, data, at })
}

/** What letters about an order speak of: plain values; the reader's language writes them out. */
async function orderData(db: TenantDb, order: Order, item: Item | undefined) {
  const { code, token, currency, totalMinor } = order
  const { start } = await factsOf(db, item ?? order.items[0])
  return {
    title: item?.title ?? titleOf(order),
    code,
    currency,
    total: totalMinor.toString(),
    start: start?.toString() ?? '',
    path: pathTo('/orders/:token', { token }),
  }
}

/** What letters about an order's work speak of. */
export async function jobData(db: TenantDb, order: Order, item?: Item) {
  return {
    ...(await orderData(db, order, item)),
    path: pathTo('/office/jobs/:id', { id: order.id }),
  }
}
