import { canonical } from '#app/kernel/canonical.ts'
import { clausesOf, isWithin, termsOf } from './charter.ts'
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

/** A change of one clause: its new terms, whole. */
export type Amendment = {
  readonly [Key in ClauseKey]: { readonly clause: Key; readonly terms: Charter[Key] }
}[ClauseKey]

/** An amendment of a clause that is only known when the program runs. */
export function amendmentTo<Key extends ClauseKey>(clause: Key, terms: Charter[Key]): Amendment {
  return { clause, terms } as Amendment
}

export function amended(charter: Charter, amendment: Amendment): Charter {
  return { ...charter, [amendment.clause]: amendment.terms }
}

/** Whether the members may change a clause. */
export function isAmendable(clause: ClauseKey): boolean {
  const row: Clause = CLAUSES[clause]
  return row.amendedBy === 'members'
}

/** Whether each change of a clause is measured by the ledger, whichever way it goes. */
export function isAlwaysMeasured(clause: ClauseKey): boolean {
  const row: Clause = CLAUSES[clause]
  return row.measured === 'always'
}

/** What no charter of a co-op with this currency may undercut by these terms of the federation. */
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

/** What a number may be in a co-op of this federation, the least and the most. */
function boundsOf({ min, max, least, most }: Term, floors: FederationFloors): Bounds {
  return {
    min: least ? Math.max(min, least.of(floors)) : min,
    max: most ? Math.min(max, most.of(floors)) : max,
  }
}

type TermRefusal = 'terms-out-of-range' | BoundRefusal
export type AmendmentRefusal = TermRefusal | 'nothing-changes' | 'clause-fixed'

/** A term that may not be what it is proposed to be: why, and what it may be. */
export type OutOfBounds = {
  readonly name: string
  readonly term: Term
  readonly refusal: TermRefusal
  readonly bounds: Bounds
}

/** The first term of an amendment that is outside its bounds in this federation. */
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

/** Why an amendment may not even be proposed, or undefined when it may. */
export function refusalOf(
  charter: Charter,
  amendment: Amendment,
  floors: FederationFloors,
): AmendmentRefusal | undefined {
  if (!isAmendable(amendment.clause)) return 'clause-fixed'
  if (!isChange(charter, amendment)) return 'nothing-changes'
  return outOfBounds(amendment, floors)?.refusal
}

/** Whether an amendment says anything else than the charter does. */
export function isChange(charter: Charter, { clause, terms }: Amendment): boolean {
  return canonical(charter[clause]) !== canonical(terms)
}

/** Whether a charter promises less than these floors of the federation, and whether it leaves no room for this fee. */
export function checkAgainstFederation(
  charter: Charter,
  floors: FederationFloors,
): { readonly below: boolean; readonly squeezed: boolean } {
  const terms = clausesOf().flatMap((clause) => {
    const numbers: Numbers = charter[clause]
    return termsOf(clause).map(([name, term]) => ({ value: numbers[name] ?? 0, term }))
  })
  return {
    below: terms.some(({ value, term }) => term.least && value < term.least.of(floors)),
    squeezed: terms.some(({ value, term }) => term.most && value > term.most.of(floors)),
  }
}

/** Terms with those lowered that would leave no room for the federation's fee, as far as there is room. */
export function cappedForFee({ clause, terms }: Amendment, feeBp: number): Amendment {
  const numbers: Numbers = terms
  const lowered = termsOf(clause).flatMap(([name, { most }]) => {
    const value = numbers[name]
    return most && value !== undefined ? [[name, Math.min(value, most.of({ feeBp }))]] : []
  })
  return amendmentTo(clause, { ...terms, ...Object.fromEntries(lowered) })
}

export type Direction = 'protective-up' | 'neutral' | 'protective-down'

const WAYS = { higher: 1, lower: -1 } as const

/** Which way a number protects more: 1 when it is higher, -1 when it is lower, 0 when neither. */
const wayOf = ({ protectsWhen }: Term) => (protectsWhen ? WAYS[protectsWhen] : 0)

/** Whether an amendment lowers a protection (one number is enough), raises one, or touches none. */
export function directionOf(charter: Charter, { clause, terms }: Amendment): Direction {
  const [before, after]: readonly Numbers[] = [charter[clause], terms]
  const ways = termsOf(clause).map(([name, term]) => {
    const value = after?.[name] ?? 0
    return Math.sign(value - (before?.[name] ?? value)) * wayOf(term)
  })
  if (ways.some((way) => way < 0)) return 'protective-down'
  return ways.some((way) => way > 0) ? 'protective-up' : 'neutral'
}

/**
 * The terms of a clause that protect more, number by number, of two: what a lapsed clause goes back to. What protects
 * neither way stays as it is now.
 */
export function moreProtective<Key extends ClauseKey>(
  clause: Key,
  now: Charter[Key],
  before: Charter[Key],
): Charter[Key] {
  const [current, earlier]: readonly Numbers[] = [now, before]
  const terms = termsOf(clause).map(([name, term]) => {
    const value = current?.[name] ?? term.default
    const past = earlier?.[name] ?? value
    return [name, (past - value) * wayOf(term) > 0 ? past : value]
  })
  return { ...now, ...Object.fromEntries(terms) } as Charter[Key]
}
