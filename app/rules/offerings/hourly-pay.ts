import type { Charter, ClauseKey } from '#app/domains/charter/clauses.ts'
import { split } from '#app/domains/books/split.ts'
import { divideHalfAway, money, type Money } from '#app/kernel/money.ts'
import type { Quote } from '#app/offerings/kind.ts'
import { kindOf } from '#app/offerings/registry.server.ts'

/** ISO 4217's code for no currency: these amounts are only compared with each other, and never shown or paid. */
const NO_CURRENCY = 'XXX'

type PricedItem = Pick<Quote, 'lines' | 'total' | 'workMinutes'>
/** The clauses that decide what an hour of work pays, and the least that it must pay. */
export const PAY_CLAUSES = ['split', 'floor'] as const satisfies readonly ClauseKey[]

type PayRules = Pick<Charter, (typeof PAY_CLAUSES)[number]>

/** Returns the workers' hourly pay: their part divided by the minutes of work. */
export function hourlyOf(workers: Money, workMinutes: number): Money {
  return money(
    divideHalfAway(workers.minor * 60n, BigInt(Math.max(1, workMinutes))),
    workers.currency,
  )
}

/** Returns the hourly pay of the workers by a charter, without tips; null for an item without hours. */
function hourlyPay(
  { lines, total, workMinutes }: PricedItem,
  { split: { workersBp } }: PayRules,
): Money | null {
  if (workMinutes === null) return null
  const withoutTips = lines.filter(({ kind }) => kind !== 'tip')
  const { workers } = split(withoutTips, { workersBp, federationBp: 0 }, money(0n, total.currency))
  return hourlyOf(workers, workMinutes)
}

/** Returns whether an item pays the charter's floor for every hour. An item without hours has no floor. */
export function meetsFloor(quote: PricedItem, rules: PayRules): boolean {
  const hourly = hourlyPay(quote, rules)
  return hourly === null || hourly.minor >= BigInt(rules.floor.hourlyMinor)
}

type ListingOfKind = { readonly kind: string; readonly fields: unknown }

/** Returns whether a listing pays the charter's floor with any choices. A listing that cannot be priced does not. */
export function listingMeetsFloor({ kind, fields }: ListingOfKind, rules: PayRules): boolean {
  const lowestQuote = kindOf(kind).offer(fields).leanest(NO_CURRENCY)
  return lowestQuote !== null && lowestQuote.total.minor > 0n && meetsFloor(lowestQuote, rules)
}
