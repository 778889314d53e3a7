import type { Charter, ClauseKey } from '#app/domains/charter/clauses.ts'
import { split } from '#app/domains/books/split.ts'
import { divideHalfAway, money, type Money } from '#app/kernel/money.ts'
import type { Quote } from '#app/offerings/kind.ts'
import { kindOf } from '#app/offerings/registry.server.ts'

/** ISO 4217's own code for no currency: these amounts are compared with each other, and never shown or paid. */
const NO_CURRENCY = 'XXX'

type Priced = Pick<Quote, 'lines' | 'total' | 'workMinutes'>
/** The clauses that say what an hour pays, and what it must. */
export const PAY_CLAUSES = ['split', 'floor'] as const satisfies readonly ClauseKey[]

type Rules = Pick<Charter, (typeof PAY_CLAUSES)[number]>

/** What the workers earn an hour: their part divided by the minutes of work. */
export function hourlyOf(workers: Money, workMinutes: number): Money {
  return money(
    divideHalfAway(workers.minor * 60n, BigInt(Math.max(1, workMinutes))),
    workers.currency,
  )
}

/** What an hour of work pays those who do it, by a charter. A tip comes on top, and makes nothing up. */
function hourlyPay(
  { lines, total, workMinutes }: Priced,
  { split: { workersBp } }: Rules,
): Money | null {
  if (workMinutes === null) return null
  const priced = lines.filter(({ kind }) => kind !== 'tip')
  const { workers } = split(priced, { workersBp, federationBp: 0 }, money(0n, total.currency))
  return hourlyOf(workers, workMinutes)
}

/** Whether an item pays what the charter's floor promises for every hour of it. What has no hours has no floor. */
export function meetsFloor(quote: Priced, rules: Rules): boolean {
  const hourly = hourlyPay(quote, rules)
  return hourly === null || hourly.minor >= BigInt(rules.floor.hourlyMinor)
}

type Listed = { readonly kind: string; readonly fields: unknown }

/** Whether a listing keeps the charter's floor whatever a customer chooses. One that cannot be priced does not. */
export function listingMeetsFloor({ kind, fields }: Listed, rules: Rules): boolean {
  const least = kindOf(kind).offer(fields).leanest(NO_CURRENCY)
  return least !== null && least.total.minor > 0n && meetsFloor(least, rules)
}
