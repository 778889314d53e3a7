import type { ComponentType } from 'react'
import type { FormState } from '#app/ui/form.tsx'

/** The components and sentences that a kind gives to the pages of every kind. */
export type KindView = {
  /** Writes the duration and the number of workers in one sentence. */
  readonly useTakes: () => (takes: DurationAndWorkers) => string
  /** Shows what a customer can choose, on a listing's page. */
  readonly Offered: ComponentType<{ readonly fields: unknown }>
  /** The fields of the page where a customer chooses. `closed` is true when nothing can be booked. */
  readonly Choosing: ComponentType<{
    readonly shown: unknown
    readonly form: FormState
    readonly when: string
    readonly closed: boolean
  }>
  /** The labels of the fields with which a customer chooses. */
  readonly useChoosingLabels: (shown: unknown) => Labels
  /** The other fields that a customer fills in. */
  readonly Details: ComponentType<{
    readonly form: FormState | undefined
    readonly known: Readonly<Record<string, string | undefined>>
  }>
  /** The labels of these fields, in the order in which they are asked and shown again. */
  readonly useDetailLabels: () => Labels
  /** The kind's own part of a listing's form in the office. */
  readonly ListingFields: ComponentType<{
    readonly form: FormState | undefined
    readonly fields: unknown
  }>
  readonly useListingLabels: (form: FormState | undefined) => Labels
  /** The times to choose from when an item is moved. Null for a kind without times. */
  readonly Times: ComponentType<{
    readonly shown: unknown
    readonly error: string | undefined
  }> | null
}

type Labels = Readonly<Record<string, string>>

type DurationAndWorkers = { readonly minutes: number; readonly workers: number }
