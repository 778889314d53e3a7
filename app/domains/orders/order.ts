import type { ItemState, OrderState } from '#db/schema/orders.ts'

/** The terms by which an order's money is divided, as they were on the day it was placed. */
export type SplitTerms = { readonly workersBp: number; readonly federationBp: number }

/** How long a customer has to pay before what they chose is offered to others again, in minutes. */
export const HOLD_MINUTES = 20

/**
 * The state of an order follows from those of its items: it waits while one waits to be paid, it is paid while money of
 * one is held, it is done when none is open and one was settled. Nothing is left of it when all are off.
 */
export function stateOf(items: readonly { readonly state: ItemState }[]): OrderState {
  const any = (state: ItemState) => items.some((item) => item.state === state)
  if (any('placed')) return 'placed'
  if (any('paid')) return 'paid'
  if (any('settled')) return 'done'
  return any('cancelled') ? 'cancelled' : 'lapsed'
}
