import { promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import { customerOf, type Order } from '#app/domains/orders/find-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { Money } from '#app/kernel/money.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { type TenantDb } from '#tenants/scope.server.ts'

/** A letter about an order to its customer. */
export async function mailCustomer(
  db: TenantDb,
  template: string,
  { order, at, amount }: { order: Order; at: Instant; amount?: Money },
): Promise<void> {
  const { email, name, locale } = await customerOf(db, order)
  await promiseMail(db, {
    template,
    to: { email, name, locale },
    data: { ...orderData(order), amount: (amount?.minor ?? order.totalMinor).toString() },
    at,
  })
}

/** What letters about an order speak of: plain values; the reader's language writes them out. */
function orderData(order: Order): Record<string, string> {
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

export function jobData(order: Order): Record<string, string> {
  return { ...orderData(order), path: pathTo('/office/jobs/:id', { id: order.id }) }
}
