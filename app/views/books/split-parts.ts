import type { Translate } from '#app/locales/translate.ts'
import type { SplitPart } from './split-bar.tsx'

type Shared = {
  readonly workers: bigint
  readonly coOp: bigint
  readonly federation: bigint
  readonly card: bigint
}

/** The four strands of a payment with their names, in their fixed order. */
export function splitPartsOf(shared: Shared, t: Translate, workers: string): SplitPart[] {
  return [
    { who: 'worker', label: workers, minor: shared.workers },
    { who: 'co-op', label: t('books:receipt.who.co-op'), minor: shared.coOp },
    { who: 'federation', label: t('books:receipt.who.federation'), minor: shared.federation },
    { who: 'rent', label: t('orders:receipt.who.card'), minor: shared.card },
  ]
}

/** How much of a payment stays among co-ops: all but what the card company keeps, in basis points. */
export function stayingBp({ workers, coOp, federation, card }: Shared): number {
  const total = workers + coOp + federation + card
  if (total === 0n) return 10_000
  return Math.max(0, Number(((total - card) * 10_000n) / total))
}
