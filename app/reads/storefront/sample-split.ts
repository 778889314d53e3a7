import { split, type SplitRule } from '#app/domains/books/split.ts'
import { basisPoints, type Money } from '#app/kernel/money.ts'
import type { Quote } from '#app/offerings/kind.ts'
import { kindOf } from '#app/offerings/registry.server.ts'
import { hourlyOf } from '#app/rules/offerings/hourly-pay.ts'

/**
 * What a card usually costs, in basis points, for showing a split before it is paid; the receipt has what it really
 * cost. It is a guess at one payment. What charter and terms must leave free for cards is more, so that dear cards
 * fit in as well: `mostForWorkersBp` of the charter.
 */
const USUAL_CARD_BP = 190

export type Shared = {
  readonly workers: bigint
  readonly coOp: bigint
  readonly federation: bigint
  readonly card: bigint
  /** Null where the price is not for hours. */
  readonly hourly: Money | null
}

/** A price with where it goes, before it is paid. */
export function sharedOut(
  { lines, total, workMinutes }: Pick<Quote, 'lines' | 'total' | 'workMinutes'>,
  rule: SplitRule,
): Shared {
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

type Listed = { readonly kind: string; readonly fields: unknown }

/** A listing's quote for some choices, or for the usual ones when those are not possible. */
export function quoteOrUsual({ kind, fields }: Listed, choices: unknown, currency: string): Quote {
  const offer = kindOf(kind).offer(fields)
  const asked = offer.quote(choices, currency)
  return asked.ok ? asked.value : usualQuote({ kind, fields }, currency)
}

/** A listing's quote for the usual choices. @throws RangeError if it cannot be priced: nothing would publish it. */
export function usualQuote({ kind, fields }: Listed, currency: string): Quote {
  const offer = kindOf(kind).offer(fields)
  const usual = offer.quote(offer.usual, currency)
  if (!usual.ok) throw new RangeError(`A listing that cannot be priced: ${usual.refusal}`)
  return usual.value
}
