/**
 * The terms of a charter's clauses as data, by clause and term: the terms that a blueprint sets, and the terms that
 * founders changed. The charter's table of clauses gives them their meaning; code that only passes them on does not
 * need it.
 */
export type ClauseTerms = Readonly<Record<string, Readonly<Record<string, number>>>>
