import type { Translate } from '#app/locales/translate.ts'
import type { SplitPart } from './split-bar.tsx'

type Shared = {
  readonly workers: bigint
  readonly coOp: bigint
  readonly federation: bigint
  readonly card: bigint
}

/** Returns the four parts of a payment with their labels, in their fixed order. */
export function splitPartsOf(shared: Shared, t: Translate, workers: string): SplitPart[] {
  return [
    { who: 'worker', label: workers, minor: shared.workers },
    { who: 'co-op', label: t('books:receipt.who.co-op'), minor: shared.coOp },
    { who: 'federation', label: t('books:receipt.who.federation'), minor: shared.federation },
    { who: 'rent', label: t('orders:receipt.who.card'), minor: shared.card },
  ]
}

/** Returns the share of a payment that stays among co-ops, in basis points: all but the card company's fee. */
export function stayingBp({ workers, coOp, federation, card }: Shared): number {
  const total = workers + coOp + federation + card
  if (total === 0n) return 10_000
  return Math.max(0, Number(((total - card) * 10_000n) / total))
}
