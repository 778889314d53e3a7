import { canonical } from '#app/kernel/canonical.ts'
import type { ClauseTerms } from '#app/kernel/clause-terms.ts'
import { clauseKeys, isWithin, termsOf } from './charter.ts'
import {
  type BoundRefusal,
  type Charter,
  type Clause,
  type ClauseKey,
  CLAUSES,
  type FederationFloors,
  type Term,
} from './clauses.ts'

type Numbers = Readonly<Record<string, number>>

/** A change of one clause, with all of its new terms. */
export type Amendment = {
  readonly [Key in ClauseKey]: { readonly clause: Key; readonly terms: Charter[Key] }
}[ClauseKey]

/** Returns an amendment of a clause that is known only at run time. */
export function amendmentTo<Key extends ClauseKey>(clause: Key, terms: Charter[Key]): Amendment {
  return { clause, terms } as Amendment
}

export function applyAmendment(charter: Charter, amendment: Amendment): Charter {
  return { ...charter, [amendment.clause]: amendment.terms }
}

/** Returns whether the members may change a clause. */
export function isAmendable(clause: ClauseKey): boolean {
  const row: Clause = CLAUSES[clause]
  return row.amendedBy === 'members'
}

/** Returns whether the ledger measures every change of a clause, in either direction. */
export function isAlwaysMeasured(clause: ClauseKey): boolean {
  const row: Clause = CLAUSES[clause]
  return row.measured === 'always'
}

/** Returns the floors that these terms of the federation set for charters in this currency. */
export function floorsOf(
  terms: {
    readonly workersFloorBp: number
    readonly hourlyFloors: Numbers
    readonly feeBp: number
  },
  currency: string,
): FederationFloors {
  return {
    workersBp: terms.workersFloorBp,
    hourlyMinor: terms.hourlyFloors[currency] ?? 0,
    feeBp: terms.feeBp,
  }
}

type Bounds = { readonly min: number; readonly max: number }

/** Returns the least and the greatest value of a term in a co-op of this federation. */
function boundsOf({ min, max, least, most }: Term, floors: FederationFloors): Bounds {
  return {
    min: least ? Math.max(min, least.of(floors)) : min,
    max: most ? Math.min(max, most.of(floors)) : max,
  }
}

type TermRefusal = 'terms-out-of-range' | BoundRefusal
export type AmendmentRefusal = TermRefusal | 'nothing-changes' | 'clause-fixed'

/** A term outside its bounds: its name, the refusal, and the bounds. */
export type OutOfBounds = {
  readonly name: string
  readonly term: Term
  readonly refusal: TermRefusal
  readonly bounds: Bounds
}

/** Returns the first term of an amendment that is outside its bounds in this federation, or undefined. */
export function outOfBounds(
  { clause, terms }: Amendment,
  floors: FederationFloors,
): OutOfBounds | undefined {
  const numbers: Numbers = terms
  for (const [name, term] of termsOf(clause)) {
    const bounds = boundsOf(term, floors)
    const refusal = refusalOfNumber(numbers[name], term, bounds)
    if (refusal) return { name, term, refusal: refusal as TermRefusal, bounds }
  }
  return undefined
}

function refusalOfNumber(
  value: number | undefined,
  term: Term,
  bounds: Bounds,
): string | undefined {
  if (term.least && value !== undefined && value < bounds.min) return term.least.refusal
  if (term.most && value !== undefined && value > bounds.max) return term.most.refusal
  return isWithin(value, term) ? undefined : 'terms-out-of-range'
}

/** Returns whether every term of a charter is within its bounds in this federation. */
export function isWithinBounds(charter: Charter, floors: FederationFloors): boolean {
  return clauseKeys().every((clause) => !outOfBounds(amendmentTo(clause, charter[clause]), floors))
}

/** Returns the charter of a new co-op with each term that its founders did not choose moved within its bounds. */
export function startWithinBounds(
  charter: Charter,
  chosen: ClauseTerms,
  floors: FederationFloors,
): Charter {
  const clauses = clauseKeys().map((clause) => {
    const numbers: Numbers = charter[clause]
    const terms = termsOf(clause).map(([name, term]) => {
      const value = numbers[name] ?? term.default
      const { min, max } = boundsOf(term, floors)
      return [name, chosen[clause]?.[name] ?? Math.min(max, Math.max(min, value))]
    })
    return [clause, Object.fromEntries(terms)]
  })
  return Object.fromEntries(clauses) as Charter
}

/** Returns why an amendment may not be proposed, or undefined when it may. */
export function refusalOf(
  charter: Charter,
  amendment: Amendment,
  floors: FederationFloors,
): AmendmentRefusal | undefined {
  if (!isAmendable(amendment.clause)) return 'clause-fixed'
  if (!isChange(charter, amendment)) return 'nothing-changes'
  return outOfBounds(amendment, floors)?.refusal
}

/** Returns whether an amendment differs from the charter. */
function isChange(charter: Charter, { clause, terms }: Amendment): boolean {
  return canonical(charter[clause]) !== canonical(terms)
}

/**
 * Returns whether a charter is below the federation's floors, and whether it leaves no room for the federation's fee.
 */
export function checkAgainstFederation(
  charter: Charter,
  floors: FederationFloors,
): { readonly belowFloor: boolean; readonly overFeeLimit: boolean } {
  const terms = clauseKeys().flatMap((clause) => {
    const numbers: Numbers = charter[clause]
    return termsOf(clause).map(([name, term]) => ({ value: numbers[name] ?? 0, term }))
  })
  return {
    belowFloor: terms.some(({ value, term }) => term.least && value < term.least.of(floors)),
    overFeeLimit: terms.some(({ value, term }) => term.most && value > term.most.of(floors)),
  }
}

/** Returns the amendment with each term lowered to the limit that the federation's fee leaves. */
export function cappedForFee({ clause, terms }: Amendment, feeBp: number): Amendment {
  const numbers: Numbers = terms
  const lowered = termsOf(clause).flatMap(([name, { most }]) => {
    const value = numbers[name]
    return most && value !== undefined ? [[name, Math.min(value, most.of({ feeBp }))]] : []
  })
  return amendmentTo(clause, { ...terms, ...Object.fromEntries(lowered) })
}

export type Direction = 'protective-up' | 'neutral' | 'protective-down'

const SIGNS = { higher: 1, lower: -1 } as const

/** Returns 1 for a term that protects more when it is higher, -1 when it is lower, 0 when it does neither. */
const protectionSign = ({ protectsWhen }: Term) => (protectsWhen ? SIGNS[protectsWhen] : 0)

/** Returns whether an amendment lowers a protection (one lowered number is enough), raises one, or neither. */
export function directionOf(charter: Charter, { clause, terms }: Amendment): Direction {
  const [before, after]: readonly Numbers[] = [charter[clause], terms]
  const effects = termsOf(clause).map(([name, term]) => {
    const value = after?.[name] ?? 0
    return Math.sign(value - (before?.[name] ?? value)) * protectionSign(term)
  })
  if (effects.some((effect) => effect < 0)) return 'protective-down'
  return effects.some((effect) => effect > 0) ? 'protective-up' : 'neutral'
}

/**
 * Returns the terms to which a lapsed clause reverts: for each number the more protective of `now` and `before`. A
 * number that protects in neither direction stays as it is now.
 */
export function moreProtective<Key extends ClauseKey>(
  clause: Key,
  now: Charter[Key],
  before: Charter[Key],
): Charter[Key] {
  const [current, earlier]: readonly Numbers[] = [now, before]
  const terms = termsOf(clause).map(([name, term]) => {
    const value = current?.[name] ?? term.default
    const earlierValue = earlier?.[name] ?? value
    return [name, (earlierValue - value) * protectionSign(term) > 0 ? earlierValue : value]
  })
  return { ...now, ...Object.fromEntries(terms) } as Charter[Key]
}
