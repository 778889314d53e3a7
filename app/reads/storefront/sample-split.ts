import { split, type SplitRule } from '#app/domains/books/split.ts'
import {
  quoteVisit,
  usualChoices,
  type VisitChoices,
  type VisitFields,
  type VisitQuote,
} from '#app/domains/offerings/kinds/visit.ts'
import { hourlyOf } from '#app/domains/offerings/kinds/visit.ts'
import { basisPoints, type Money } from '#app/kernel/money.ts'

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
  readonly hourly: Money
}

/** A price with where it goes, before it is paid. */
export function sharedOut({ lines, total, workMinutes }: VisitQuote, rule: SplitRule): Shared {
  const parts = split(lines, rule, basisPoints(total, USUAL_CARD_BP))
  const { workers, coOp, federation, card } = parts
  return {
    workers: workers.minor,
    coOp: coOp.minor,
    federation: federation.minor,
    card: card.minor,
    hourly: hourlyOf(workers, workMinutes),
  }
}

/** A listing's quote for some choices, or for the usual ones when those are not possible. */
export function quoteOrUsual(
  fields: VisitFields,
  choices: VisitChoices,
  currency: string,
): { quote: VisitQuote; choices: VisitChoices } {
  const asked = quoteVisit(fields, choices, currency)
  if (asked.ok) return { quote: asked.value, choices }
  const usual = quoteVisit(fields, usualChoices(fields), currency)
  if (!usual.ok) throw new RangeError(`A listing that cannot be priced: ${usual.refusal}`)
  return { quote: usual.value, choices: usualChoices(fields) }
}
