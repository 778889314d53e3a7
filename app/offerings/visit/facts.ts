/** What only a visit's own pages know of an item. */
export type VisitFacts = { readonly teamSize: number }
