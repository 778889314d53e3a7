import type { z } from 'zod'
import type { ListingWords } from '#app/domains/offerings/write-listing.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId } from '#app/kernel/ids.ts'
import type { PlainRefusal, Refusal } from '#app/kernel/outcome.ts'
import type { Translate } from '#app/locales/translate.ts'
import type { FormState } from '#app/ui/form.tsx'
import type { Tenant } from '#tenants/directory.server.ts'
import type { Quote } from './kind.ts'

/** What a kind does for its pages: it reads its own forms and addresses, and finds what its pages show. */
export type KindPages = {
  /** Reads a listing from the kind's form in the office. */
  readonly readListing: (posted: FormData, reading: ReadContext) => ListingFormResult
  /** Returns the form after a button of the kind was pressed; null when the button belongs to no kind. */
  readonly pressed: (posted: FormData, act: string) => FormState | null
  /** Returns a listing's fields as the cells of its form, by name, so that two versions can be compared. */
  readonly cells: (fields: unknown, currency: string) => Readonly<Record<string, string>>
  /** Returns the field beside which a refusal of the flow is shown. */
  readonly fieldOf: (refusal: Refusal) => string
  /**
   * Reads a customer's choices from an address. An impossible choice has an error beside its field, and a possible
   * choice is priced instead.
   */
  readonly choices: (
    query: URLSearchParams,
    asked: ChoicesQuery,
  ) => { readonly choices: unknown; readonly form: FormState }
  /** Finds what the page shows on which a customer chooses, besides the price. */
  readonly choosing: (tenant: Tenant, asked: ChoosingQuery) => Promise<ChoosingData>
  /** Reads the rest of the choice (a time, a date) from an address, or returns the address at which to complete it. */
  readonly chosen: (query: URLSearchParams) => ChosenTime
  /** Returns why the choice is not available now, or null when it is. */
  readonly unavailable: (tenant: Tenant, asked: AvailabilityQuery) => Promise<PlainRefusal | null>
  /** The other details of a customer, with their form's fields. */
  readonly details: {
    readonly shape: z.ZodRawShape
    /** Returns the values that are known before anything is typed. */
    readonly known: (tenant: Tenant) => Readonly<Record<string, string>>
    /** Returns the details in the form that the kind's acts take. */
    readonly of: (typed: Readonly<Record<string, string>>, at: string | null) => unknown
  }
  /** Finds the times to which an item can be moved. Null for a kind without times. */
  readonly times: ((tenant: Tenant, asked: TimesQuery) => Promise<unknown>) | null
  /** Reads what a worker says with a step, as the kind's acts take it. Null for a kind without such steps. */
  readonly readStep: ((posted: FormData, asked: StepQuery) => StepFormResult) | null
}

type StepQuery = { readonly step: string; readonly currency: string }
type StepFormResult =
  | { readonly ok: true; readonly said: unknown }
  | { readonly ok: false; readonly form: FormState }

type ReadContext = {
  /** The co-op of the listing. Customers read the listing in the co-op's language. */
  readonly tenant: Tenant
}
type ListingFormResult =
  | { readonly ok: true; readonly words: ListingWords; readonly form: FormState }
  | { readonly ok: false; readonly form: FormState }

type ChoicesQuery = {
  readonly fields: unknown
  readonly currency: string
  readonly t: Translate
}

type CustomerContext = {
  readonly at: Instant
  /** The items of the customer's own unpaid order. Their reservations do not count. */
  readonly without: readonly ItemId[]
}

export type ChoosingQuery = CustomerContext & {
  readonly fields: unknown
  readonly choices: unknown
  readonly quote: Quote
  readonly query: URLSearchParams
}

export type ChoosingData = {
  /** The data for the kind's own view. */
  readonly shown: unknown
  /** The chosen and available moment, or an empty text. */
  readonly when: string
  readonly errors: Readonly<Record<string, string>>
}

type ChosenTime =
  | { readonly ok: true; readonly when: string | null }
  | { readonly ok: false; readonly query: URLSearchParams; readonly anchor: string }

export type AvailabilityQuery = CustomerContext & {
  readonly fields: unknown
  readonly quote: Quote
  readonly when: string | null
}

export type TimesQuery = {
  /** The item. Its own reservation does not count. */
  readonly item: ItemId
  /** The facts of the item that only the kind knows. */
  readonly own: unknown
  readonly start: Instant
  readonly end: Instant
  readonly from: string | null
  readonly at: Instant
}
