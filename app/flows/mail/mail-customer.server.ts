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

type Letter = {
  readonly order: Order
  /** The item it is about; none where it is about all of them. */
  readonly item?: Item
  readonly at: Instant
  readonly amount?: Money
}

/** A letter about an order to its customer. */
export async function mailCustomer(
  db: TenantDb,
  template: string,
  { order, item, at, amount }: Letter,
): Promise<void> {
  const { email, name, locale } = await customerOf(db, order)
  const data = await orderData(db, order, item)
  await promiseMail(db, {
    template,
    to: { email, name, locale },
    data: { ...data, amount: (amount?.minor ?? order.totalMinor).toString() },
    at,
  })
}

/** What letters about an order speak of: plain values; the reader's language writes them out. */
async function orderData(
  db: TenantDb,
  order: Order,
  item: Item | undefined,
): Promise<Record<string, string>> {
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
export async function jobData(
  db: TenantDb,
  order: Order,
  item?: Item,
): Promise<Record<string, string>> {
  return {
    ...(await orderData(db, order, item)),
    path: pathTo('/office/jobs/:id', { id: order.id }),
  }
}
