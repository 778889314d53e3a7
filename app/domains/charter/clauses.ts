import type { PluralKey } from '#app/locales/catalogues.ts'
import type { PlainKey } from '#app/locales/translate.ts'

/** What a term's number counts: basis points, minor units of the co-op's currency, hours or months. */
type Unit = 'share' | 'money' | 'hours' | 'months'

/** What no charter of this federation may undercut, and the fee for which each must leave room. */
export type FederationFloors = {
  readonly workersBp: number
  readonly hourlyMinor: number
  readonly feeBp: number
}

/** A bound that the federation's terms put on a number, and the refusal of what passes it. */
type Bound<Given> = { readonly of: (given: Given) => number; readonly refusal: string }

/** One number of a clause. */
export type Term = {
  readonly unit: Unit
  /** What it may be at all, before any bound of the federation. */
  readonly min: number
  readonly max: number
  /** What a new co-op starts with, and what a charter is read by that is older than this term. Never changed once released. */
  readonly default: number
  /** What a new co-op starts with in its currency, in minor units, where its blueprint says nothing. */
  readonly startingValues?: Readonly<Record<string, number>>
  /** Which way it protects more; absent where it protects nobody either way. */
  readonly protectsWhen?: 'higher' | 'lower'
  /** The least that the federation's terms allow. */
  readonly least?: Bound<FederationFloors>
  /** The most for which the federation's fee leaves room. */
  readonly most?: Bound<Pick<FederationFloors, 'feeBp'>>
  /** The name of its field in forms. A form asks for a clause whole: all of its terms have one, or none has. */
  readonly field?: string
  /** The sentence that tells it, where the bare number is not enough; `exceptions` has those for numbers that read otherwise. */
  readonly sentence?: {
    readonly key: PlainKey | PluralKey
    readonly exceptions?: Readonly<Record<number, PlainKey>>
  }
  /** Charters of before lack it, and are read by its default. */
  readonly addedLater?: true
}

/** A row of the table: everything that the code knows of a clause, but for the rule that obeys it. */
export type Clause = {
  readonly terms: Readonly<Record<string, Term>>
  /** Who may change it by a vote: the members, any of whom proposes; or nobody, once it is agreed on. */
  readonly amendedBy: 'members' | 'nobody'
  /** The ledger's statement is attached to every change of it; absent, to one that lowers a protection. */
  readonly measured?: 'always'
  /** Charters of before lack it, and are read by its defaults. */
  readonly addedLater?: true
}

/** What of each price is left free for what cards cost: no charter may promise it away. */
const CARD_ROOM_BP = 250

/** The most that a charter may give the workers: the federation's fee and what cards cost come out of the rest. */
export function mostForWorkersBp(feeBp: number): number {
  return 10_000 - feeBp - CARD_ROOM_BP
}

/**
 * The clauses, in the order they are read. Forms, limits, pages, blueprints and amendments follow from this table. The
 * words are in the catalogue `charter`: `<clause>` (its name), `<clause>.words` (its sentence, with a hole for each term)
 * and `ask.<field>` (the label of each field).
 */
export const CLAUSES = {
  /** Of each commissionable price, what goes to the members who did the work. */
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
        most: { of: ({ feeBp }) => mostForWorkersBp(feeBp), refusal: 'split-leaves-too-little' },
        field: 'workers',
      },
    },
  },
  /** What an hour of work pays at the least. */
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
  /** Until how long before the start cancelling is free, and what part is kept after that. */
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
        // Half is to be passed, any other share to be reached: see tally.ts.
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
  /** What happens to a surplus: the part that may never be divided. */
  surplus: {
    amendedBy: 'members',
    terms: {
      reserveBp: { unit: 'share', min: 0, max: 10_000, default: 3000, protectsWhen: 'higher' },
    },
  },
  /** Personal data: sold or lent to nobody; kept after an order for this long. */
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
 * The rules of a co-op that bind its money and its votes, as data. Each clause is what the code obeys; the words in
 * which people read it are a sentence of the catalogue with these numbers in it, so the two cannot drift apart.
 */
export type Charter = {
  readonly [Key in ClauseKey]: { readonly [Name in keyof TermsOf<Key>]: number }
}

type TermRow = { [Key in ClauseKey]: TermsOf<Key>[keyof TermsOf<Key>] }[ClauseKey]

/** What passes a bound of the federation is refused by one of these. */
export type BoundRefusal =
  | Extract<TermRow, { readonly least: unknown }>['least']['refusal']
  | Extract<TermRow, { readonly most: unknown }>['most']['refusal']

/** The names of the fields in which forms ask for terms. */
export type TermField = Extract<TermRow, { readonly field: unknown }>['field']
