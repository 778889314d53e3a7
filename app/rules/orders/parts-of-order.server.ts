import { divideAmongItems, type Parts, split } from '#app/domains/books/split.ts'
import { type Item, linesOf, type Order } from '#app/domains/orders/find-order.server.ts'
import { priceMinorOf } from '#app/domains/orders/order.ts'
import { type Payment, paymentOf } from '#app/domains/payments/payment.server.ts'
import { minus, type Money, money, sum } from '#app/kernel/money.ts'
import { ofKind } from '#app/kernel/price-line.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** Returns the split of an item's price, with its share of the real card costs. */
export async function partsOf(db: TenantDb, order: Order, item: Item): Promise<Parts> {
  const [payment, lines] = await Promise.all([paymentOf(db, order.id), linesOf(db, item, order)])
  return split(lines, order.split, cardCostOf(order, item, payment))
}

/** Returns an item's share of the card costs of its order's payment. */
function cardCostOf(order: Order, { id }: Item, payment: Payment | undefined): Money {
  const card = money(payment?.feeMinor ?? 0n, order.currency)
  return divideAmongItems(card, order.items).get(id) ?? money(0n, order.currency)
}

/** Returns the price of an item without the tip. More may have been paid, up to the bound that the customer agreed to. */
export async function priceOf(db: TenantDb, order: Order, item: Item): Promise<Money> {
  const tips = ofKind(await linesOf(db, item, order), 'tip').map(({ amount }) => amount)
  return minus(money(priceMinorOf(item), order.currency), sum(tips, order.currency))
}
