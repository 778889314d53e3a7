import type { ComponentType } from 'react'
import type { FormState } from '#app/ui/form.tsx'

/** How a kind shows itself on the pages of every kind. */
export type KindView = {
  /** How long it takes and who comes, in one sentence. */
  readonly useTakes: () => (takes: Takes) => string
  /** What a customer can choose, on a listing's page. */
  readonly Offered: ComponentType<{ readonly fields: unknown }>
  /** The fields on the page where a customer chooses. `closed` where nothing can be booked. */
  readonly Choosing: ComponentType<{
    readonly shown: unknown
    readonly form: FormState
    readonly when: string
    readonly closed: boolean
  }>
  /** What each field is called that a customer chooses with. */
  readonly useChoosingLabels: (shown: unknown) => Labels
  /** What else a customer is asked for. */
  readonly Details: ComponentType<{
    readonly form: FormState | undefined
    readonly known: Readonly<Record<string, string | undefined>>
  }>
  /** What each of these is called, in the order they are asked and read back. */
  readonly useDetailLabels: () => Labels
  /** The part of a listing's form in the office that is the kind's own. */
  readonly ListingFields: ComponentType<{
    readonly form: FormState | undefined
    readonly fields: unknown
  }>
  readonly useListingLabels: (form: FormState | undefined) => Labels
  /** The times to choose from when an item is moved. */
  readonly Times: ComponentType<{
    readonly shown: unknown
    readonly error: string | undefined
  }> | null
}

type Labels = Readonly<Record<string, string>>

type Takes = { readonly minutes: number; readonly workers: number }
