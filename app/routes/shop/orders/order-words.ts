import type { Translate } from '#app/locales/translate.ts'

/** What decides the sentences of an order's page. */
type FollowedOrder = {
  readonly title: string
  readonly state: 'placed' | 'paid' | 'done' | 'cancelled' | 'lapsed'
  readonly begun: boolean
  readonly past: boolean
  readonly cancelling: { readonly retained: bigint }
  readonly payment: { readonly state: string; readonly refunded: bigint } | null
}

/** Returns whether the work of an order has begun. */
export const hasBegun = ({ state, begun }: FollowedOrder) => state === 'paid' && begun
const isLate = ({ cancelling }: FollowedOrder) => cancelling.retained > 0n

/** Returns the sentence that tells a customer what happens next with the order. */
export function headOf(order: FollowedOrder, t: Translate, when: string): string {
  const { state, title } = order
  if (hasBegun(order)) return t('orders:head.begun', { title })
  if (state === 'paid' && order.past) return t('orders:head.past', { when, title })
  return t(`orders:head.${state}`, { when, title })
}

/** Returns the sentence that tells a customer the state of the booking and of its payment. */
export function whatOf(order: FollowedOrder) {
  const { state, payment } = order
  if (hasBegun(order)) return 'orders:what.begun'
  if (state === 'paid' && order.past) return 'orders:what.past'
  if (state === 'paid' && isLate(order)) return 'orders:what.paid.late'
  const back = payment !== null && payment.refunded > 0n
  if (back && (state === 'lapsed' || state === 'done'))
    return `orders:what.${state}.returned` as const
  if (state !== 'cancelled' || back) return `orders:what.${state}` as const
  return payment?.state === 'captured'
    ? 'orders:what.cancelled.kept'
    : 'orders:what.cancelled.unpaid'
}
