import type { Instant } from '#app/kernel/clock.ts'
import type { Address } from '#db/schema/visits.ts'

/** What a customer says of a visit besides what is to be done: when it begins, where, and what else is to be known. */
export type VisitDetails = {
  readonly start: Instant
  readonly address: Address
  readonly notes: string
}
