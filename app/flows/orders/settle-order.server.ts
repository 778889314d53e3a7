import { settledLines } from '#app/domains/books/journals.ts'
import { postJournal } from '#app/domains/books/post-journal.server.ts'
import { finish } from '#app/domains/orders/change-state.server.ts'
import { bookingsOf, type Order } from '#app/domains/orders/find-order.server.ts'
import { partsOf, workersOf } from '#app/rules/orders/parts-of-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { money } from '#app/kernel/money.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { promiseFigures } from '#app/flows/books/promise-figures.server.ts'
import { mailCustomer } from '#app/flows/mail/mail-customer.server.ts'

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
