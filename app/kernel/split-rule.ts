/**
 * How a commissionable amount is divided: the workers' part by the charter and the federation's dues, in basis points.
 * An order stores the rule of the day on which it was placed.
 */
export type SplitRule = { readonly workersBp: number; readonly federationBp: number }

type WorkersPart = { readonly split: { readonly workersBp: number } }
type Dues = { readonly feeBp: number }

/** Returns the rule by which a charter and the federation's terms divide a price. */
export const splitRuleOf = ({ split }: WorkersPart, { feeBp }: Dues): SplitRule => ({
  workersBp: split.workersBp,
  federationBp: feeBp,
})
