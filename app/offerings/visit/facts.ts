/** The facts of an item that only a visit's own pages know. */
export type VisitFacts = { readonly teamSize: number }
