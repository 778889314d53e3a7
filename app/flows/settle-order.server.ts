import { settledLines } from '#app/domains/ledger/journals.ts'
import { postJournal } from '#app/domains/ledger/post-journal.server.ts'
import { split, type Worker } from '#app/domains/ledger/split.ts'
import { finish } from '#app/domains/orders/change-state.server.ts'
import {
  type Booking,
  bookingsOf,
  linesOf,
  type Order,
} from '#app/domains/orders/find-order.server.ts'
import { paymentOf } from '#app/domains/payments/payment.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { money } from '#app/kernel/money.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { promiseFigures } from './promise-figures.server.ts'
import { mailCustomer } from './record-payment.server.ts'

/**
 * The work is done: the customer's money, held until now, becomes the workers', the federation's and the co-op's, by
 * the charter that priced the order. Order and books change together or not at all; a second time changes nothing.
 */
export async function settleOrder(db: TenantDb, order: Order, at: Instant): Promise<void> {
  if (order.state !== 'paid') return
  const parts = await partsOf(db, order)
  await postJournal(db, {
    occasion: `settled:${order.id}`,
    kind: 'settled',
    currency: order.currency,
    order: order.id,
    at,
    lines: settledLines(
      parts,
      workersOf(await bookingsOf(db, order.id)),
      money(0n, order.currency),
    ),
  })
  await finish(db, order.id, at)
  await mailCustomer(db, 'work-done', { order, at })
  await promiseFigures(db)
}

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
