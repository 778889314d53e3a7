import { canonical } from '#app/kernel/canonical.ts'
import type { ClauseTerms } from '#app/kernel/clause-terms.ts'
import {
  type Charter,
  type Clause,
  type ClauseKey,
  CLAUSES,
  type Term,
  type TermField,
} from './clauses.ts'

/** The clauses in the order they are read. */
export function clausesOf(): readonly ClauseKey[] {
  return Object.keys(CLAUSES) as ClauseKey[]
}

/** The clause of this name, or undefined when there is none. */
export function clauseNamed(name: string | null): ClauseKey | undefined {
  return clausesOf().find((key) => key === name)
}

/** The terms of a clause with their names, in the order they are asked for. */
export function termsOf(clause: ClauseKey): readonly (readonly [name: string, term: Term])[] {
  return Object.entries(CLAUSES[clause].terms)
}

/** Terms for which a form asks, each by its field; none where no form asks for the clause. */
export function fieldsOf(clause: ClauseKey) {
  return termsOf(clause).flatMap(([name, term]) =>
    term.field === undefined ? [] : [{ name, term, field: term.field as TermField }],
  )
}

/** The clauses for whose terms a form asks when a co-op is founded. */
export function clausesInForms(): readonly ClauseKey[] {
  return clausesOf().filter((clause) => fieldsOf(clause).length > 0)
}

/**
 * Reads a charter from what the database gave. One that is older than a clause reads it by its default; what is stored
 * stays as it is.
 * @throws RangeError if a clause that it must have is missing or a number is outside what it may be: a charter is never
 * guessed.
 */
export function readCharter(stored: unknown): Charter {
  const clauses: Readonly<Record<string, unknown>> = { ...Object(stored) }
  const read = clausesOf().map((clause) => [clause, readTerms(clause, clauses[clause])])
  return { ...clauses, ...Object.fromEntries(read) } as Charter
}

/** Reads the terms of one clause from what the database gave. @throws RangeError if they are none. */
export function readTerms<Key extends ClauseKey>(clause: Key, stored: unknown): Charter[Key] {
  const row: Clause = CLAUSES[clause]
  const isOlder = stored === undefined && row.addedLater === true
  const given: Readonly<Record<string, unknown>> = { ...Object(stored) }
  const newer = termsOf(clause).flatMap(([name, term]) =>
    isOlder || (term.addedLater && given[name] === undefined) ? [[name, term.default]] : [],
  )
  const terms = { ...given, ...Object.fromEntries(newer) }
  if (!withinLimits(clause, terms)) throw new RangeError(`The clause ${clause} cannot be read.`)
  return terms as Charter[Key]
}

/** Whether every number of a clause is there, whole, and inside its limits. */
function withinLimits(clause: ClauseKey, terms: Readonly<Record<string, unknown>>): boolean {
  return termsOf(clause).every(([name, term]) => isWithin(terms[name], term))
}

/** Whether something is a whole number inside a term's limits. */
export function isWithin(value: unknown, { min, max }: Term): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
}

/**
 * The charter with which a co-op starts: what its blueprint and its founders say, and for the rest what the table of
 * clauses starts with in its currency.
 * @throws RangeError if a clause or a term is none of the table's.
 */
export function startingCharter(given: ClauseTerms, currency: string): Charter {
  for (const [clause, terms] of Object.entries(given)) {
    const key = clauseNamed(clause)
    const known = key ? termsOf(key).map(([name]) => name) : []
    if (!key || !Object.keys(terms).every((name) => known.includes(name)))
      throw new RangeError(`No charter says ${clause} like this.`)
  }
  const clauses = clausesOf().map((clause) => {
    const terms = termsOf(clause).map(([name, term]) => [
      name,
      given[clause]?.[name] ?? term.startingValues?.[currency] ?? term.default,
    ])
    return [clause, Object.fromEntries(terms)]
  })
  return Object.fromEntries(clauses) as Charter
}

/** The text that a version's hash is of: the same charter always gives the same text. */
export function charterText(charter: Charter): string {
  return canonical(charter)
}

/** The part of an order that is kept when it is cancelled this many hours before its start. */
export function retainedShareBp(
  { freeHours, keptBp }: Charter['cancellation'],
  hoursBefore: number,
): number {
  return hoursBefore >= freeHours ? 0 : keptBp
}
