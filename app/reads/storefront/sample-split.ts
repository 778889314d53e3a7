import { split, type SplitRule } from '#app/domains/books/split.ts'
import { basisPoints, type Money } from '#app/kernel/money.ts'
import type { Quote } from '#app/offerings/kind.ts'
import { kindOf } from '#app/offerings/registry.server.ts'
import { hourlyOf } from '#app/rules/offerings/hourly-pay.ts'

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

type ListingOfKind = { readonly kind: string; readonly fields: unknown }

/** Returns a listing's quote for some choices, or for the usual ones when those are not possible. */
export function quoteOrUsual(
  { kind, fields }: ListingOfKind,
  choices: unknown,
  currency: string,
): Quote {
  const offer = kindOf(kind).offer(fields)
  const quote = offer.quote(choices, currency)
  return quote.ok ? quote.value : usualQuote({ kind, fields }, currency)
}

/**
 * Returns a listing's quote for the usual choices. @throws RangeError if it cannot be priced, because such a listing is
 * never published.
 */
export function usualQuote({ kind, fields }: ListingOfKind, currency: string): Quote {
  const offer = kindOf(kind).offer(fields)
  const usual = offer.quote(offer.usual, currency)
  if (!usual.ok) throw new RangeError(`A listing that cannot be priced: ${usual.refusal}`)
  return usual.value
}
