import type { ClauseTerms } from '#app/kernel/clause-terms.ts'
import type { Locale } from '#app/kernel/locale.ts'

/** A co-op as far as its founders have filled it in. */
export type DraftData = {
  readonly blueprint: string
  readonly name: string
  readonly slug: string
  readonly country: string
  readonly city: string
  /** By whose clocks it works; the country's usual ones when it is empty. */
  readonly timeZone?: string
  /** What they do, in their words; the blueprint's when it is empty. */
  readonly trade?: string
  /** The language their storefront is written in; the country's usual one when nothing is said. */
  readonly locale?: Locale
  readonly colour: string
  readonly colour2: string
  readonly founders: readonly string[]
  /** What they changed of the blueprint's charter. */
  readonly charter?: ClauseTerms
}

export const EMPTY_DRAFT: DraftData = {
  blueprint: 'home-services',
  name: '',
  slug: '',
  country: 'GB',
  city: '',
  colour: '#25358a',
  colour2: '#f2b13c',
  founders: [],
}

/** What is woven, in this order; each is noted when it is done. */
export const BUILD_STEPS = [
  'directory',
  'founder',
  'charter',
  'storefront',
  'listings',
  'invitations',
] as const
export type BuildStep = (typeof BUILD_STEPS)[number]
