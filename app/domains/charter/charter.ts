import { canonical } from '#app/kernel/canonical.ts'

/**
 * The rules of a co-op that bind its money and its votes, as data. Each clause is what the code obeys; the words in
 * which people read it are a sentence of the catalogue with these numbers in it, so the two cannot drift apart.
 */
export type Charter = {
  /** Of each commissionable price, what goes to the members who did the work. */
  readonly split: { readonly workersBp: number }
  /** What an hour of work pays at the least, in minor units of the co-op's currency. */
  readonly floor: { readonly hourlyMinor: number }
  /** Until how long before the start cancelling is free, and what part is kept after that. */
  readonly cancellation: { readonly freeHours: number; readonly keptBp: number }
  /** How members decide. */
  readonly voting: {
    readonly quorumBp: number
    readonly majorityBp: number
    readonly discussionHours: number
    readonly votingHours: number
    readonly coolingOffHours: number
  }
  /** What happens to a surplus: the part that may never be divided. */
  readonly surplus: { readonly reserveBp: number }
  /** Personal data: sold or lent to nobody; kept after an order for this long. */
  readonly data: { readonly keepMonths: number }
}

export type ClauseKey = keyof Charter

/** The clauses in the order they are read. */
export const CLAUSES: readonly ClauseKey[] = [
  'split',
  'floor',
  'cancellation',
  'voting',
  'surplus',
  'data',
]

type Limits = { readonly min: number; readonly max: number }

/** The most that a floor of pay an hour can be, in minor units. */
export const MOST_HOURLY_MINOR = 10_000_000

/** What each number of each clause may be at all, before any floor. */
const LIMITS: {
  readonly [Key in ClauseKey]: { readonly [Term in keyof Charter[Key]]: Limits }
} = {
  split: { workersBp: { min: 5000, max: 10_000 } },
  floor: { hourlyMinor: { min: 0, max: MOST_HOURLY_MINOR } },
  cancellation: { freeHours: { min: 0, max: 168 }, keptBp: { min: 0, max: 10_000 } },
  voting: {
    quorumBp: { min: 0, max: 10_000 },
    majorityBp: { min: 5000, max: 10_000 },
    discussionHours: { min: 0, max: 1440 },
    votingHours: { min: 1, max: 1440 },
    coolingOffHours: { min: 0, max: 1440 },
  },
  surplus: { reserveBp: { min: 0, max: 10_000 } },
  data: { keepMonths: { min: 1, max: 120 } },
}

/** A change of one clause: its new terms, whole. */
export type Amendment = {
  readonly [Key in ClauseKey]: { readonly clause: Key; readonly terms: Charter[Key] }
}[ClauseKey]

/**
 * Reads a charter from what the database gave.
 * @throws RangeError if a clause is missing or a number is outside what it may be: a charter is never guessed.
 */
export function readCharter(stored: unknown): Charter {
  const clauses = stored as Partial<Record<ClauseKey, Record<string, unknown>>>
  for (const clause of CLAUSES) {
    const terms = clauses[clause]
    if (!terms || !withinLimits(clause, terms))
      throw new RangeError(`The clause ${clause} cannot be read.`)
  }
  return stored as Charter
}

/** Whether every number of a clause is there, whole, and inside its limits. */
function withinLimits(clause: ClauseKey, terms: Readonly<Record<string, unknown>>): boolean {
  return Object.entries<Limits>(LIMITS[clause]).every(([term, { min, max }]) => {
    const value = terms[term]
    return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
  })
}

export function amended(charter: Charter, amendment: Amendment): Charter {
  return { ...charter, [amendment.clause]: amendment.terms }
}

/** The text that a version's hash is of: the same charter always gives the same text. */
export function charterText(charter: Charter): string {
  return canonical(charter)
}

/** What of each price is left free for what cards cost: no charter may promise it away. */
const CARD_ROOM_BP = 250

/** The most that a charter may give the workers: the federation's fee and what cards cost come out of the rest. */
export function mostForWorkersBp(feeBp: number): number {
  return 10_000 - feeBp - CARD_ROOM_BP
}

/** What no charter of this federation may undercut. */
export type FederationFloors = {
  readonly workersBp: number
  readonly hourlyMinor: number
  readonly feeBp: number
}

/** What the number that a clause is told by may be in a co-op of this federation, the least and the most. */
export function roomIn(floors: FederationFloors) {
  const { workersBp } = LIMITS.split
  const { hourlyMinor } = LIMITS.floor
  return {
    split: {
      min: Math.max(workersBp.min, floors.workersBp),
      max: Math.min(workersBp.max, mostForWorkersBp(floors.feeBp)),
    },
    floor: { min: Math.max(hourlyMinor.min, floors.hourlyMinor), max: hourlyMinor.max },
    cancellation: LIMITS.cancellation.freeHours,
  } as const
}

export type AmendmentRefusal =
  | 'terms-out-of-range'
  | 'nothing-changes'
  | 'below-federation-split'
  | 'below-federation-floor'
  | 'split-leaves-too-little'

/** Why an amendment may not even be proposed, or undefined when it may. */
export function refusalOf(
  charter: Charter,
  amendment: Amendment,
  floors: FederationFloors,
): AmendmentRefusal | undefined {
  if (canonical(charter[amendment.clause]) === canonical(amendment.terms)) return 'nothing-changes'
  const { split, floor } = roomIn(floors)
  if (amendment.clause === 'split') {
    if (amendment.terms.workersBp < split.min) return 'below-federation-split'
    if (amendment.terms.workersBp > split.max) return 'split-leaves-too-little'
  }
  if (amendment.clause === 'floor' && amendment.terms.hourlyMinor < floor.min)
    return 'below-federation-floor'
  return withinLimits(amendment.clause, amendment.terms) ? undefined : 'terms-out-of-range'
}

export type Direction = 'protective-up' | 'neutral' | 'protective-down'

/** Which way each number protects: workers' pay upwards, customers' freedom to cancel upwards, what is kept downwards. */
const PROTECTS: Readonly<Record<string, 1 | -1>> = {
  'split.workersBp': 1,
  'floor.hourlyMinor': 1,
  'cancellation.freeHours': -1,
  'cancellation.keptBp': -1,
  'voting.quorumBp': 1,
  'voting.majorityBp': 1,
  'voting.votingHours': 1,
  'surplus.reserveBp': 1,
  'data.keepMonths': -1,
}

/** Whether an amendment lowers a protection (one number is enough), raises one, or touches none. */
export function directionOf(charter: Charter, amendment: Amendment): Direction {
  const before: Readonly<Record<string, number>> = charter[amendment.clause]
  const changes = Object.entries<number>(amendment.terms).map(([term, value]) => {
    const protects = PROTECTS[`${amendment.clause}.${term}`] ?? 0
    return Math.sign(value - (before[term] ?? value)) * protects
  })
  if (changes.some((change) => change < 0)) return 'protective-down'
  return changes.some((change) => change > 0) ? 'protective-up' : 'neutral'
}

/**
 * The terms of a clause that protect more, number by number, of two: what a lapsed clause goes back to. What protects
 * neither way stays as the first has it.
 */
export function moreProtective<Key extends ClauseKey>(
  clause: Key,
  now: Charter[Key],
  before: Charter[Key],
): Charter[Key] {
  const earlier: Readonly<Record<string, number>> = before
  const terms = Object.entries<number>(now).map(([term, value]) => {
    const protects = PROTECTS[`${clause}.${term}`] ?? 0
    const past = earlier[term] ?? value
    return [term, (past - value) * protects > 0 ? past : value]
  })
  return Object.fromEntries(terms) as Charter[Key]
}

/** Reads the terms of one clause from what the database gave. @throws RangeError if they are none. */
export function readTerms<Key extends ClauseKey>(clause: Key, stored: unknown): Charter[Key] {
  if (typeof stored !== 'object' || stored === null || !withinLimits(clause, { ...stored }))
    throw new RangeError(`No terms of the clause ${clause}.`)
  return stored as Charter[Key]
}

/** The part of an order that is kept when it is cancelled this many hours before its start. */
export function retainedShareBp(
  { freeHours, keptBp }: Charter['cancellation'],
  hoursBefore: number,
): number {
  return hoursBefore >= freeHours ? 0 : keptBp
}
