import type { z } from 'zod'
import type { ListingWords } from '#app/domains/offerings/write-listing.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId } from '#app/kernel/ids.ts'
import type { Translate } from '#app/locales/translate.ts'
import type { FormState } from '#app/ui/form.tsx'
import type { Tenant } from '#tenants/directory.server.ts'
import type { Quote } from './kind.ts'

/** What a kind does at the edge: it reads its own forms and addresses, and finds what its pages show. */
export type KindPages = {
  /** Reads a listing as the kind's form in the office has it. */
  readonly readListing: (posted: FormData, reading: Reading) => ListingRead
  /** The same form after a button of the kind's own was pressed; null when the button is none of them. */
  readonly pressed: (posted: FormData, act: string) => FormState | null
  /** A listing's fields as the cells of its form have them, by name: what two who write the same are shown. */
  readonly cells: (fields: unknown, currency: string) => Readonly<Record<string, string>>
  /** Beside which field of the form stands what the flow refused. */
  readonly fieldOf: (refusal: string) => string
  /** Reads what a customer chose out of an address; what cannot be is said beside its field, and something possible is priced. */
  readonly choices: (
    query: URLSearchParams,
    asked: ChoicesAsked,
  ) => { readonly choices: unknown; readonly form: FormState }
  /** What the page shows on which a customer chooses, besides the price. */
  readonly choosing: (tenant: Tenant, asked: Choosing) => Promise<Shown>
  /** What an address has chosen besides the choices (a time, a date); or where the choosing is to be finished. */
  readonly chosen: (query: URLSearchParams) => Chosen
  /** Why what was chosen cannot be had now, or null when it can. */
  readonly unavailable: (tenant: Tenant, asked: Wanted) => Promise<string | null>
  /** What else a customer is asked for, with its form's fields. */
  readonly details: {
    readonly shape: z.ZodRawShape
    /** What is known before anything is typed. */
    readonly known: (tenant: Tenant) => Readonly<Record<string, string>>
    /** The details as the kind's acts take them. */
    readonly of: (typed: Readonly<Record<string, string>>, at: string | null) => unknown
  }
  /** The times to which an item may be moved. Null for a kind that has no time. */
  readonly times: ((tenant: Tenant, asked: TimesAsked) => Promise<unknown>) | null
}

type Reading = {
  /** Whose listing it is: customers read it in the co-op's language. */
  readonly tenant: Tenant
}
type ListingRead =
  | { readonly ok: true; readonly words: ListingWords; readonly form: FormState }
  | { readonly ok: false; readonly form: FormState }

type ChoicesAsked = {
  readonly fields: unknown
  readonly currency: string
  readonly t: Translate
}

type Own = {
  readonly at: Instant
  /** The items of the customer's own unpaid order, which do not stand in its way. */
  readonly without: readonly ItemId[]
}

export type Choosing = Own & {
  readonly fields: unknown
  readonly choices: unknown
  readonly quote: Quote
  readonly query: URLSearchParams
}

export type Shown = {
  /** For the kind's own view. */
  readonly shown: unknown
  /** The moment that is chosen and can be had, if there is one. */
  readonly when: string
  readonly errors: Readonly<Record<string, string>>
}

type Chosen =
  | { readonly ok: true; readonly when: string | null }
  | { readonly ok: false; readonly query: URLSearchParams; readonly anchor: string }

export type Wanted = Own & {
  readonly fields: unknown
  readonly quote: Quote
  readonly when: string | null
}

export type TimesAsked = {
  /** What only the kind knows of the item. */
  readonly own: unknown
  readonly start: Instant
  readonly end: Instant
  readonly from: string | null
  readonly at: Instant
}
