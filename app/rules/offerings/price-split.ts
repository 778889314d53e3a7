import { split } from '#app/domains/books/split.ts'
import { basisPoints, type Money } from '#app/kernel/money.ts'
import type { Quote } from '#app/offerings/kind.ts'
import { hourlyOf } from './hourly-pay.ts'
import type { SplitRule } from '#app/kernel/split-rule.ts'

/**
 * The usual cost of a card payment in basis points, for showing a split before payment; the receipt has the real cost.
 * It is an estimate of one payment. The room that charter and terms leave for cards is larger, so that expensive cards
 * fit too: see `maxWorkersBp` of the charter.
 */
const USUAL_CARD_BP = 190

export type PriceSplit = {
  readonly workers: bigint
  readonly coOp: bigint
  readonly federation: bigint
  readonly card: bigint
  /** Null for a price without hours. */
  readonly hourly: Money | null
}

/** Returns the split of a price before it is paid. */
export function splitPrice(
  { lines, total, workMinutes }: Pick<Quote, 'lines' | 'total' | 'workMinutes'>,
  rule: SplitRule,
): PriceSplit {
  const parts = split(lines, rule, basisPoints(total, USUAL_CARD_BP))
  const { workers, coOp, federation, card } = parts
  return {
    workers: workers.minor,
    coOp: coOp.minor,
    federation: federation.minor,
    card: card.minor,
    hourly: workMinutes === null ? null : hourlyOf(workers, workMinutes),
  }
}
