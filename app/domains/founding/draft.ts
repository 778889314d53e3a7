import type { ClauseTerms } from '#app/kernel/clause-terms.ts'
import type { Locale } from '#app/kernel/locale.ts'

/** How long an unchanged draft is retained, in days. */
export const RETENTION_DAYS = 30

/** What founders have filled in so far. */
export type DraftData = {
  readonly blueprint: string
  readonly name: string
  readonly slug: string
  readonly country: string
  readonly city: string
  /** The time zone; the country's usual one when it is empty. */
  readonly timeZone?: string
  /** The trade in the founders' words; the blueprint's when it is empty. */
  readonly trade?: string
  /** The language of the storefront; the country's usual one when it is absent. */
  readonly locale?: Locale
  readonly colour: string
  readonly colour2: string
  readonly founders: readonly string[]
  /** The terms that the founders changed in the blueprint's charter. */
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

/** The steps of building a co-op in their order. Each is recorded when it is done. */
export const BUILD_STEPS = [
  'directory',
  'founder',
  'charter',
  'storefront',
  'listings',
  'invitations',
] as const
export type BuildStep = (typeof BUILD_STEPS)[number]
