import type { ClauseTerms } from '#app/kernel/clause-terms.ts'
import type { Locale } from '#app/kernel/locale.ts'

/** A sentence in each of our languages. */
export type Words = Readonly<Record<Locale, string>>

/** What a co-op is born with, as data. A blueprint runs nothing. */
export type Blueprint = {
  readonly key: string
  readonly name: Words
  readonly about: Words
  /** A preview says what it will do, and cannot be chosen yet. */
  readonly state: 'ready' | 'coming'
  readonly trade: Words
  readonly headline: Words
  readonly lead: Words
  readonly story: Words
  /** What its charter says otherwise than the table of clauses starts with. */
  readonly charter: ClauseTerms
  /** The kinds of offerings that it starts with: each has samples for it. */
  readonly kinds: readonly string[]
  /** What one that is coming shows of itself. */
  readonly preview?: Preview
}

/** A storefront that cannot be founded yet, in small: its cloth, who works there, and what they would sell. */
export type Preview = {
  readonly look: { readonly slug: string; readonly colour: string; readonly colour2: string }
  readonly workers: Words
  readonly samples: readonly {
    readonly title: Words
    readonly about: Words
    /** In pence of a pound. */
    readonly price: number
  }[]
}

/** What one unit of a blueprint's prices is in each currency, in minor units: prices are written in pence of a pound. */
const PER_UNIT: Readonly<Record<string, number>> = { GBP: 1, EUR: 1.15, USD: 1.25, EGP: 18, MAD: 6 }

/** A blueprint's price in a currency, in minor units, rounded to something a person would ask for. */
export function priceIn(currency: string, pence: number): number {
  const raw = pence * (PER_UNIT[currency] ?? 1)
  const step = raw >= 10_000 ? 500 : raw >= 1000 ? 100 : 50
  return Math.round(raw / step) * step
}
