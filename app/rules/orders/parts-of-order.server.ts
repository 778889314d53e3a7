import { split, type Worker } from '#app/domains/books/split.ts'
import { type Booking, linesOf, type Order } from '#app/domains/orders/find-order.server.ts'
import { paymentOf } from '#app/domains/payments/payment.server.ts'
import { money } from '#app/kernel/money.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** How an order's price is divided, with what the card really cost. */
export async function partsOf(db: TenantDb, order: Order) {
  const payment = await paymentOf(db, order.id)
  return split(
    await linesOf(db, order),
    order.split,
    money(payment?.feeMinor ?? 0n, order.currency),
  )
}

/** Each worker's weight: the minutes they were there; where nobody checked in, all alike. */
export function workersOf(bookings: readonly Booking[]): Worker[] {
  const minutes = ({ checkedInAt, checkedOutAt }: Booking) =>
    checkedInAt && checkedOutAt
      ? BigInt(
          Math.max(
            1,
            Math.round((checkedOutAt.epochMilliseconds - checkedInAt.epochMilliseconds) / 60_000),
          ),
        )
      : 0n
  const known = bookings.some((booking) => minutes(booking) > 0n)
  return bookings.map((booking) => ({
    member: booking.memberId,
    weight: known ? minutes(booking) : 1n,
  }))
}
