import type { Locale } from '#app/kernel/locale.ts'

/** A co-op of the demonstration: its members, listings, customers, reviews and decisions. */
export type SeedCoOp = {
  readonly slug: string
  readonly name: string
  readonly tagline: string
  readonly trade: string
  readonly headline: string
  readonly lead: string
  readonly about: string
  readonly area: string
  readonly city: string
  readonly country: string
  readonly locale: Locale
  readonly currency: string
  readonly timeZone: string
  readonly colour: string
  readonly colour2: string
  readonly since: number
  readonly hourlyMinor: number
  /** The name, e-mail address and short description of each member. The first one founded the co-op. */
  readonly members: readonly (readonly [string, string, string])[]
  readonly listings: readonly SeedListing[]
  readonly customers: readonly (readonly [string, string])[]
  readonly reviews: readonly string[]
  readonly addresses: readonly (readonly [string, string])[]
  /** The title, the reason and a colleague's answer of each proposal. */
  readonly proposals: {
    readonly passed: readonly [string, string, string]
    readonly failed: readonly [string, string, string]
    readonly lowered: readonly [string, string, string]
    readonly open: readonly [string, string, string]
  }
}

export type SeedListing = {
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly base: readonly [price: number, minutes: number]
  readonly team: number
  /** Key, label, price, minutes, usual count, largest count. */
  readonly counters: readonly (readonly [string, string, number, number, number, number])[]
  readonly tiers: readonly (readonly [string, string, string, number])[]
  readonly extras: readonly (readonly [string, string, number, number])[]
}
