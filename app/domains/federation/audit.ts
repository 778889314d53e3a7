/** The acts of the federation's log. Each has a sentence in every language. */
export const AUDIT_ACTS = [
  'co-op-founded',
  'co-op-opened',
  'co-op-suspended',
  'co-op-restored',
  'co-ops-imported',
  'terms-changed',
  'admin-added',
  'admin-removed',
  'delegate-named',
  'delegate-removed',
  'account-disabled',
  'account-enabled',
  'door-asked',
  'door-withdrawn',
  'door-opened',
  'door-refused',
  'door-closed',
  'door-looked',
] as const
export type AuditAct = (typeof AUDIT_ACTS)[number]

/** Reads an act of the log. @throws RangeError for any other word, because only acts are written. */
export function readAuditAct(word: string): AuditAct {
  const act = AUDIT_ACTS.find((known) => known === word)
  if (!act) throw new RangeError(`The federation's log has no act ${word}.`)
  return act
}
