import type { ItemState, OrderState } from '#db/schema/orders.ts'

/** How long a customer has to pay before their choice is offered to others again, in minutes. */
export const HOLD_MINUTES = 20

type ItemPrice = { readonly quotedMinor: bigint; readonly finalMinor: bigint | null }

/** Returns the price of an item in minor units: the final one, or the quoted one until that is known. */
export const priceMinorOf = ({ quotedMinor, finalMinor }: ItemPrice): bigint =>
  finalMinor ?? quotedMinor

/** Returns the price of all items together in minor units. More may have been paid in advance, up to their bounds. */
export const totalPriceMinorOf = (items: readonly ItemPrice[]): bigint =>
  items.reduce((sum, item) => sum + priceMinorOf(item), 0n)

/**
 * Returns the state of an order from the states of its items: placed while one waits for payment, paid while one holds
 * money, done when none is open and one was settled, otherwise cancelled or lapsed.
 */
export function stateOf(items: readonly { readonly state: ItemState }[]): OrderState {
  const hasState = (state: ItemState) => items.some((item) => item.state === state)
  if (hasState('placed')) return 'placed'
  if (hasState('paid')) return 'paid'
  if (hasState('settled')) return 'done'
  return hasState('cancelled') ? 'cancelled' : 'lapsed'
}
