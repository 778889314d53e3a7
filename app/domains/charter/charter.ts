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

/** Returns the keys of the clauses in the order in which they are read. */
export function clauseKeys(): readonly ClauseKey[] {
  return Object.keys(CLAUSES) as ClauseKey[]
}

/** Returns the clause with this name, or undefined. */
export function findClause(name: string | null): ClauseKey | undefined {
  return clauseKeys().find((key) => key === name)
}

/** Returns the terms of a clause with their names, in the order of the form. */
export function termsOf(clause: ClauseKey): readonly (readonly [name: string, term: Term])[] {
  return Object.entries(CLAUSES[clause].terms)
}

/** Returns the terms of a clause that have a form field, each with its field; none for a clause without fields. */
export function fieldsOf(clause: ClauseKey) {
  return termsOf(clause).flatMap(([name, term]) =>
    term.field === undefined ? [] : [{ name, term, field: term.field as TermField }],
  )
}

/** Returns the clauses whose terms the founding form asks for. */
export function clausesInForms(): readonly ClauseKey[] {
  return clauseKeys().filter((clause) => fieldsOf(clause).length > 0)
}

/**
 * Reads a charter from the database. A stored charter that is older than a clause reads it by its default; the stored
 * charter does not change.
 * @throws RangeError if a required clause is missing or a number is outside its limits, because a charter is never
 * guessed.
 */
export function readCharter(stored: unknown): Charter {
  const clauses: Readonly<Record<string, unknown>> = { ...Object(stored) }
  const read = clauseKeys().map((clause) => [clause, readTerms(clause, clauses[clause])])
  return { ...clauses, ...Object.fromEntries(read) } as Charter
}

/** Reads the terms of one clause from the database. @throws RangeError if they are not valid. */
export function readTerms<Key extends ClauseKey>(clause: Key, stored: unknown): Charter[Key] {
  const row: Clause = CLAUSES[clause]
  const isOlder = stored === undefined && row.addedLater === true
  const given: Readonly<Record<string, unknown>> = { ...Object(stored) }
  const newer = termsOf(clause).flatMap(([name, term]) =>
    isOlder || (term.addedLater && given[name] === undefined) ? [[name, term.default]] : [],
  )
  const terms = { ...given, ...Object.fromEntries(newer) }
  if (!areWithinLimits(clause, terms)) throw new RangeError(`The clause ${clause} cannot be read.`)
  return terms as Charter[Key]
}

/** Returns whether every term of a clause is a whole number inside its limits. */
function areWithinLimits(clause: ClauseKey, terms: Readonly<Record<string, unknown>>): boolean {
  return termsOf(clause).every(([name, term]) => isWithin(terms[name], term))
}

/** Returns whether a value is a whole number inside a term's limits. */
export function isWithin(value: unknown, { min, max }: Term): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
}

/**
 * Returns the charter with which a co-op starts: the terms of its blueprint and its founders, and otherwise the table's
 * starting values in its currency.
 * @throws RangeError if a clause or a term is not in the table.
 */
export function startingCharter(given: ClauseTerms, currency: string): Charter {
  for (const [clause, terms] of Object.entries(given)) {
    const key = findClause(clause)
    const termNames = key ? termsOf(key).map(([name]) => name) : []
    if (!key || !Object.keys(terms).every((name) => termNames.includes(name)))
      throw new RangeError(`No charter says ${clause} like this.`)
  }
  const clauses = clauseKeys().map((clause) => {
    const terms = termsOf(clause).map(([name, term]) => [
      name,
      given[clause]?.[name] ?? term.startingValues?.[currency] ?? term.default,
    ])
    return [clause, Object.fromEntries(terms)]
  })
  return Object.fromEntries(clauses) as Charter
}

/** Returns the text that a version's hash is made from. Equal charters give equal text. */
export function charterText(charter: Charter): string {
  return canonical(charter)
}

/**
 * Returns the part of an order, in basis points, that is retained when it is cancelled this many hours before its
 * start.
 */
export function retainedShareBp(
  { freeHours, keptBp }: Charter['cancellation'],
  hoursBefore: number,
): number {
  return hoursBefore >= freeHours ? 0 : keptBp
}
