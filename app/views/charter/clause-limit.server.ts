import {
  type AmendmentRefusal,
  type FederationFloors,
  roomIn,
} from '#app/domains/charter/charter.ts'
import { numberFormat } from '#app/kernel/formats.ts'
import { isolated } from '#app/kernel/isolated.ts'
import { writeMoney } from '#app/kernel/write-money.ts'

type LimitQuery = {
  readonly clause: 'split' | 'floor' | 'cancellation'
  readonly floors: FederationFloors
  readonly currency: string
  /** For `Intl`: how the reader writes numbers. */
  readonly locale: string
}

/** Why terms cannot be proposed, and behind it the limit that they pass, for the sentence that says so. */
export function withLimit(
  refusal: AmendmentRefusal,
  { clause, floors, ...reader }: LimitQuery,
): AmendmentRefusal | `${AmendmentRefusal} ${string}` {
  const { min, max } = roomIn(floors)[clause]
  const [least, most] = [min, max].map((limit) => isolated(write(limit, clause, reader)))
  if (refusal === 'nothing-changes') return refusal
  if (refusal === 'terms-out-of-range') return `${refusal} ${least} – ${most}`
  return `${refusal} ${refusal === 'split-leaves-too-little' ? most : least}`
}

function write(
  limit: number,
  clause: LimitQuery['clause'],
  { currency, locale }: Pick<LimitQuery, 'currency' | 'locale'>,
): string {
  if (clause === 'floor') return writeMoney({ minor: limit, currency }, locale)
  if (clause === 'cancellation') return numberFormat(locale).format(limit)
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(limit / 10_000)
}
