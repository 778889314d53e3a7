import type { Instant } from '#app/kernel/clock.ts'
import type { Address } from '#db/schema/visits.ts'

/** The details of a visit besides the choices: its start, its address, and notes for the team. */
export type VisitDetails = {
  readonly start: Instant
  readonly address: Address
  readonly notes: string
}
