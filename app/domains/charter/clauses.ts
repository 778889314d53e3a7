import type { Refusal } from '#app/kernel/outcome.ts'
import type { PluralKey } from '#app/locales/catalogues.ts'
import type { PlainKey } from '#app/locales/translate.ts'

/** The unit of a term: basis points, minor units of the co-op's currency, hours or months. */
type Unit = 'share' | 'money' | 'hours' | 'months'

/** The floors of the federation for every charter, and the fee for which each must leave room. */
export type FederationFloors = {
  readonly workersBp: number
  readonly hourlyMinor: number
  readonly feeBp: number
}

/** A bound that the federation's terms set on a number, and the refusal of a number beyond it. */
type Bound<Given> = { readonly of: (given: Given) => number; readonly refusal: Refusal }

/** One number of a clause. */
export type Term = {
  readonly unit: Unit
  /** The limits before any bound of the federation. */
  readonly min: number
  readonly max: number
  /** The value of a new co-op, and of a charter that is older than this term. It never changes once released. */
  readonly default: number
  /** The value of a new co-op by currency, in minor units, unless its blueprint sets one. */
  readonly startingValues?: Readonly<Record<string, number>>
  /** The direction in which the term protects more; absent when it protects in neither. */
  readonly protectsWhen?: 'higher' | 'lower'
  /** The minimum by the federation's terms. */
  readonly least?: Bound<FederationFloors>
  /** The maximum that leaves room for the federation's fee. */
  readonly most?: Bound<Pick<FederationFloors, 'feeBp'>>
  /** The name of its form field. Either all terms of a clause have a field, or none has. */
  readonly field?: string
  /**
   * The sentence that states the term, when the bare number is not enough. `exceptions` has the sentences of single
   * numbers that read otherwise.
   */
  readonly sentence?: {
    readonly key: PlainKey | PluralKey
    readonly exceptions?: Readonly<Record<number, PlainKey>>
  }
  /** Older charters lack the term and are read by its default. */
  readonly addedLater?: true
}

/** A row of the table: all that the code knows of a clause, except the rule that applies it. */
export type Clause = {
  readonly terms: Readonly<Record<string, Term>>
  /** Who may change the clause by a vote: the members, or nobody once it is agreed. */
  readonly amendedBy: 'members' | 'nobody'
  /**
   * The ledger's statement is attached to every change of the clause; when absent, only to a change that lowers a
   * protection.
   */
  readonly measured?: 'always'
  /** Older charters lack the clause and are read by its defaults. */
  readonly addedLater?: true
}

/** The part of each price that is reserved for card costs, in basis points. No charter may give it away. */
const CARD_ROOM_BP = 250

/**
 * Returns the most, in basis points, that a charter may give the workers. The federation's fee and the card costs come
 * out of the rest.
 */
export function maxWorkersBp(feeBp: number): number {
  return 10_000 - feeBp - CARD_ROOM_BP
}

/**
 * The clauses in the order in which they are read. Forms, limits, pages, blueprints and amendments follow from this
 * table. The words are in the catalogue `charter`: `<clause>` (its name), `<clause>.words` (its sentence, with a
 * placeholder for each term) and `ask.<field>` (the label of each field).
 */
export const CLAUSES = {
  /** The part of each commissionable price that goes to the members who did the work. */
  split: {
    amendedBy: 'members',
    measured: 'always',
    terms: {
      workersBp: {
        unit: 'share',
        min: 5000,
        max: 10_000,
        default: 9500,
        protectsWhen: 'higher',
        least: { of: ({ workersBp }) => workersBp, refusal: 'below-federation-split' },
        most: { of: ({ feeBp }) => maxWorkersBp(feeBp), refusal: 'split-leaves-too-little' },
        field: 'workers',
      },
    },
  },
  /** The least that an hour of work pays. */
  floor: {
    amendedBy: 'members',
    terms: {
      hourlyMinor: {
        unit: 'money',
        min: 0,
        max: 10_000_000,
        default: 0,
        startingValues: { GBP: 1500, EUR: 1400, USD: 1800, EGP: 6000, MAD: 3500 },
        protectsWhen: 'higher',
        least: { of: ({ hourlyMinor }) => hourlyMinor, refusal: 'below-federation-floor' },
        field: 'hourly',
      },
    },
  },
  /** How long before the start cancelling is free, and the part that is retained after that. */
  cancellation: {
    amendedBy: 'members',
    terms: {
      freeHours: {
        unit: 'hours',
        min: 0,
        max: 168,
        default: 24,
        protectsWhen: 'lower',
        field: 'hours',
        sentence: { key: 'charter:cancellation.free' },
      },
      keptBp: {
        unit: 'share',
        min: 0,
        max: 10_000,
        default: 5000,
        protectsWhen: 'lower',
        field: 'kept',
      },
    },
  },
  /** How members decide. */
  voting: {
    amendedBy: 'members',
    terms: {
      quorumBp: { unit: 'share', min: 0, max: 10_000, default: 5000, protectsWhen: 'higher' },
      majorityBp: {
        unit: 'share',
        min: 5000,
        max: 10_000,
        default: 5000,
        protectsWhen: 'higher',
        // A majority of half must be exceeded, any other share must be reached: see tally.ts.
        sentence: {
          key: 'charter:voting.at-least',
          exceptions: { 5000: 'charter:voting.more-than' },
        },
      },
      discussionHours: {
        unit: 'hours',
        min: 0,
        max: 1440,
        default: 0,
        sentence: { key: 'charter:voting.discussed', exceptions: { 0: 'charter:voting.at-once' } },
      },
      votingHours: {
        unit: 'hours',
        min: 1,
        max: 1440,
        default: 72,
        protectsWhen: 'higher',
        sentence: { key: 'charter:voting.open' },
      },
      coolingOffHours: {
        unit: 'hours',
        min: 0,
        max: 1440,
        default: 0,
        sentence: {
          key: 'charter:voting.effect',
          exceptions: { 0: 'charter:voting.effect-at-once' },
        },
      },
    },
  },
  /** The part of a surplus that may never be divided. */
  surplus: {
    amendedBy: 'members',
    terms: {
      reserveBp: { unit: 'share', min: 0, max: 10_000, default: 3000, protectsWhen: 'higher' },
    },
  },
  /** How long personal data is stored after an order. It is never sold or lent. */
  data: {
    amendedBy: 'members',
    terms: {
      keepMonths: { unit: 'months', min: 1, max: 120, default: 24, protectsWhen: 'lower' },
    },
  },
} as const satisfies Readonly<Record<string, Clause>>

type ClauseTable = typeof CLAUSES

export type ClauseKey = keyof ClauseTable

type TermsOf<Key extends ClauseKey> = ClauseTable[Key]['terms']

/**
 * The rules of a co-op for its money and its votes, as data. The code applies each clause, and the words that people
 * read are a sentence of the catalogue with these numbers, so the two always agree.
 */
export type Charter = {
  readonly [Key in ClauseKey]: { readonly [Name in keyof TermsOf<Key>]: number }
}

type TermRow = { [Key in ClauseKey]: TermsOf<Key>[keyof TermsOf<Key>] }[ClauseKey]

/** The refusals of numbers beyond a bound of the federation. */
export type BoundRefusal =
  | Extract<TermRow, { readonly least: unknown }>['least']['refusal']
  | Extract<TermRow, { readonly most: unknown }>['most']['refusal']

/** The names of the form fields of terms. */
export type TermField = Extract<TermRow, { readonly field: unknown }>['field']
