import type { LetterData, Template } from '#app/domains/mail/letters.ts'
import { promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import { customerOf, type Order } from '#app/domains/orders/find-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { Money } from '#app/kernel/money.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { type TenantDb } from '#tenants/scope.server.ts'

export type CustomerTemplate = Extract<
  Template,
  `order-${string}` | 'payment-late-refunded' | 'work-done'
>

/** What a letter is about: an order, and where its sentences name an amount, that too. */
type About<Name extends CustomerTemplate> = {
  readonly order: Order
  readonly at: Instant
} & (LetterData<Name> extends { readonly amount: string }
  ? { readonly amount: Money }
  : { readonly amount?: Money })

/** A letter about an order to its customer. */
export async function mailCustomer<Name extends CustomerTemplate>(
  db: TenantDb,
  template: Name,
  { order, at, amount }: About<Name>,
): Promise<void> {
  const { email, name, locale } = await customerOf(db, order)
  const data = { ...orderData(order), amount: (amount?.minor ?? order.totalMinor).toString() }
  const about: CustomerTemplate = template
  await promiseMail(db, { template: about, to: { email, name, locale }, data, at })
}

/** What letters about an order speak of: plain values; the reader's language writes them out. */
function orderData(order: Order) {
  const { title, code, token, currency, totalMinor, startsAt } = order
  return {
    title,
    code,
    currency,
    total: totalMinor.toString(),
    start: startsAt?.toString() ?? '',
    path: pathTo('/orders/:token', { token }),
  }
}

export function jobData(order: Order) {
  return { ...orderData(order), path: pathTo('/office/jobs/:id', { id: order.id }) }
}
