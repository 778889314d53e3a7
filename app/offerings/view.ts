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
  /** Returns the words of the work of an item. */
  readonly useWorkWords: () => WorkWords
  /** The fields of a step with which a worker says something. Null for a kind without such steps. */
  readonly StepFields: ComponentType<{
    readonly step: string
    readonly form: FormState | undefined
  }> | null
  /** What only the kind shows of an item to the members who work on it. Null when there is nothing. */
  readonly Job: ComponentType<{ readonly own: unknown }> | null
  /** What only the kind shows of an item to its customer. Null when there is nothing. */
  readonly Ordered: ComponentType<{ readonly own: unknown; readonly settled: boolean }> | null
}

/** The words of the work of an item: of its states, of its steps, and of the time before a step. */
type WorkWords = {
  readonly state: (state: string) => string
  readonly step: (step: string) => string
  readonly opens: (step: string, when: string) => string
  /** For a worker whose part is done, while the item is not settled. */
  readonly waits: string
}

type Labels = Readonly<Record<string, string>>

type DurationAndWorkers = { readonly minutes: number; readonly workers: number }
