import type { ClauseTerms } from '#app/kernel/clause-terms.ts'
import type { Locale } from '#app/kernel/locale.ts'

/** A sentence in each of our languages. */
export type Words = Readonly<Record<Locale, string>>

/** What a co-op is born with, as data. A blueprint runs nothing. */
export type Blueprint = ReadyBlueprint | ComingBlueprint

/** One that can be chosen: it says everything that a new co-op's storefront says. */
export type ReadyBlueprint = Described & {
  readonly state: 'ready'
  readonly trade: Words
  readonly lead: Words
  readonly story: Words
}

/** A preview, which shows what it will do and cannot be chosen yet. */
export type ComingBlueprint = Described & {
  readonly state: 'coming'
  readonly preview: Preview
}

type Described = {
  readonly key: string
  readonly name: Words
  readonly about: Words
  readonly headline: Words
  /** The charter's terms that differ from the defaults in the table of clauses. */
  readonly charter: ClauseTerms
  /** The kinds of offerings that it starts with: each has samples for it. */
  readonly kinds: readonly string[]
}

/** A small storefront of a co-op that cannot be founded yet: its pattern, its members and its listings. */
type Preview = {
  readonly look: { readonly slug: string; readonly colour: string; readonly colour2: string }
  readonly workers: Words
  readonly samples: readonly {
    readonly title: Words
    readonly about: Words
    /** In pence of a pound. */
    readonly price: number
  }[]
}

/** The value of one penny of a pound in each currency, in minor units, because blueprints have their prices in pence. */
const PER_UNIT: Readonly<Record<string, number>> = { GBP: 1, EUR: 1.15, USD: 1.25, EGP: 18, MAD: 6 }

/** Converts a blueprint's price into a currency, in minor units, and rounds it to a usual price. */
export function priceIn(currency: string, pence: number): number {
  const raw = pence * (PER_UNIT[currency] ?? 1)
  const step = raw >= 10_000 ? 500 : raw >= 1000 ? 100 : 50
  return Math.round(raw / step) * step
}
