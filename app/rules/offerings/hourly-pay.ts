import type { Charter, ClauseKey } from '#app/domains/charter/clauses.ts'
import { split } from '#app/domains/books/split.ts'
import {
  hourlyOf,
  quoteVisit,
  thinnestChoices,
  type VisitFields,
  type VisitQuote,
} from '#app/domains/offerings/kinds/visit.ts'
import { money, type Money } from '#app/kernel/money.ts'

/** ISO 4217's own code for no currency: these amounts are compared with each other, and never shown or paid. */
const NO_CURRENCY = 'XXX'

/** The clauses that say what an hour pays, and what it must. */
export const PAY_CLAUSES = ['split', 'floor'] as const satisfies readonly ClauseKey[]

type Rules = Pick<Charter, (typeof PAY_CLAUSES)[number]>

/** What an hour of a visit pays those who do it, by a charter. A tip comes on top, and makes nothing up. */
function hourlyPay(
  { lines, total, workMinutes }: VisitQuote,
  { split: { workersBp } }: Rules,
): Money {
  const priced = lines.filter(({ kind }) => kind !== 'tip')
  const { workers } = split(priced, { workersBp, federationBp: 0 }, money(0n, total.currency))
  return hourlyOf(workers, workMinutes)
}

/** Whether a visit pays what the charter's floor promises for every hour of it. */
export function meetsFloor(quote: VisitQuote, rules: Rules): boolean {
  return hourlyPay(quote, rules).minor >= BigInt(rules.floor.hourlyMinor)
}

/** The visit of a listing that pays least by the hour, whatever a customer chooses; null when it cannot be priced. */
export function thinnestVisit(fields: VisitFields, currency: string): VisitQuote | null {
  const quote = quoteVisit(fields, thinnestChoices(fields), currency)
  return quote.ok ? quote.value : null
}

/** Whether a listing keeps the charter's floor whatever a customer chooses. One that cannot be priced does not. */
export function listingMeetsFloor(fields: VisitFields, rules: Rules): boolean {
  const visit = thinnestVisit(fields, NO_CURRENCY)
  return visit !== null && visit.total.minor > 0n && meetsFloor(visit, rules)
}
