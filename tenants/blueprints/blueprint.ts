import type { Locale } from '#app/kernel/locale.ts'

/** A sentence in each of our languages. */
export type Words = Readonly<Record<Locale, string>>

/** A listing as a blueprint has it: words in each language, prices in the currency it is founded in. */
export type SampleListing = {
  readonly slug: string
  readonly title: Words
  readonly summary: Words
  readonly body: Words
  readonly base: { readonly price: number; readonly minutes: number }
  readonly teamSize: number
  readonly counters: readonly {
    readonly key: string
    readonly label: Words
    readonly price: number
    readonly minutes: number
    readonly usual: number
    readonly max: number
  }[]
  readonly tiers: readonly {
    readonly key: string
    readonly label: Words
    readonly about: Words
    readonly factorBp: number
  }[]
  readonly extras: readonly {
    readonly key: string
    readonly label: Words
    readonly price: number
    readonly minutes: number
  }[]
}

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
  readonly charter: Charter
  readonly listings: readonly SampleListing[]
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

type Charter = {
  readonly split: { readonly workersBp: number }
  readonly cancellation: { readonly freeHours: number; readonly keptBp: number }
  readonly voting: {
    readonly quorumBp: number
    readonly majorityBp: number
    readonly discussionHours: number
    readonly votingHours: number
    readonly coolingOffHours: number
  }
  readonly surplus: { readonly reserveBp: number }
  readonly data: { readonly keepMonths: number }
}

/** What one unit of a blueprint's prices is in each currency, in minor units: prices are written in pence of a pound. */
const PER_UNIT: Readonly<Record<string, number>> = { GBP: 1, EUR: 1.15, USD: 1.25, EGP: 18, MAD: 6 }

/** A blueprint's price in a currency, in minor units, rounded to something a person would ask for. */
export function priceIn(currency: string, pence: number): number {
  const raw = pence * (PER_UNIT[currency] ?? 1)
  const step = raw >= 10_000 ? 500 : raw >= 1000 ? 100 : 50
  return Math.round(raw / step) * step
}

/** The hourly floor a new co-op starts with, in minor units. */
export const STARTING_FLOORS: Readonly<Record<string, number>> = {
  GBP: 1500,
  EUR: 1400,
  USD: 1800,
  EGP: 6000,
  MAD: 3500,
}
