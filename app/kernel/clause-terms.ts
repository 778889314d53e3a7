/**
 * Terms of a charter's clauses as data, by clause and term: what a blueprint says, and what founders changed of it. The
 * charter's table of clauses reads them; who only hands them on need not know it.
 */
export type ClauseTerms = Readonly<Record<string, Readonly<Record<string, number>>>>
