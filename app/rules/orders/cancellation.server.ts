import { retainedShareBp } from '#app/domains/charter/charter.ts'
import { charterOfVersion } from '#app/domains/charter/in-force.server.ts'
import { type Cancelling } from '#app/domains/orders/change-state.server.ts'
import { linesOf, type Order } from '#app/domains/orders/find-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { basisPoints, minus, type Money, money, sum } from '#app/kernel/money.ts'
import { ofKind } from '#app/kernel/price-line.ts'
import { type TenantDb } from '#tenants/scope.server.ts'

/** What cancelling would keep and return, by the charter that priced the order. The co-op's own cancelling returns all. */
export async function cancellationOf(
  db: TenantDb,
  order: Order,
  { by, at }: { by: Cancelling['by']; at: Instant },
) {
  const { cancellation } = await charterOfVersion(db, order.charterVersion)
  const hours = order.startsAt
    ? (order.startsAt.epochMilliseconds - at.epochMilliseconds) / 3_600_000
    : Infinity
  const paid = money(order.state === 'paid' ? order.totalMinor : 0n, order.currency)
  const price = order.state === 'paid' ? await priceOf(db, order) : paid
  const kept =
    by === 'co-op'
      ? money(0n, order.currency)
      : basisPoints(price, retainedShareBp(cancellation, hours))
  return {
    kept,
    returned: minus(paid, kept),
    freeUntil: order.startsAt?.subtract({ hours: cancellation.freeHours }) ?? null,
  }
}

/** What was paid without the tip: a tip is for work, and goes back whole when there is none. */
export async function priceOf(db: TenantDb, order: Order): Promise<Money> {
  const tips = ofKind(await linesOf(db, order), 'tip').map(({ amount }) => amount)
  return minus(money(order.totalMinor, order.currency), sum(tips, order.currency))
}
