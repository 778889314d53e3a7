import type { VisitChoices, VisitFields } from '#app/domains/listings/kinds/visit.ts'
import { readMoney, westernDigits } from '#app/kernel/money.ts'

/** Reads what a customer chose out of an address. What is missing is as usual; what is impossible is brought back into range. */
export function readChoices(
  query: URLSearchParams,
  fields: VisitFields,
  currency: string,
): VisitChoices {
  const counts = Object.fromEntries(
    fields.counters.map(({ key, usual, max }) => {
      const typed = query.get(`n.${key}`)
      const count =
        typed === null ? usual : Number(westernDigits(typed.trim()).replace(/[^\d]/g, '') || 0)
      return [key, Math.min(max, Math.max(0, count + stepOf(query, key)))]
    }),
  )
  const tier =
    fields.tiers.find(({ key }) => key === query.get('tier'))?.key ?? fields.tiers[0]?.key ?? ''
  const extras = query.getAll('x').filter((asked) => fields.extras.some(({ key }) => key === asked))
  const tip = readMoney(query.get('tip') ?? '', currency)?.minor ?? 0n
  return {
    counts,
    tier,
    extras: [...new Set(extras)],
    tipMinor: tip > 10_000_000n ? 0 : Number(tip),
  }
}

/** The counter buttons are submits: `more=bedrooms`, `less=bedrooms`. */
function stepOf(query: URLSearchParams, key: string): number {
  return Number(query.get('more') === key) - Number(query.get('less') === key)
}

/** The same choices as an address, to hand on to the next page. */
export function writeChoices(
  { counts, tier, extras, tipMinor }: VisitChoices,
  tip: string,
): [string, string][] {
  return [
    ...Object.entries(counts).map(([key, count]): [string, string] => [`n.${key}`, String(count)]),
    ['tier', tier],
    ...extras.map((key): [string, string] => ['x', key]),
    ...(tipMinor > 0 ? [['tip', tip] as [string, string]] : []),
  ]
}
