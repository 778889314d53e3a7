import type { z } from 'zod'
import {
  type Amendment,
  type AmendmentRefusal,
  outOfBounds,
} from '#app/domains/charter/amendment.ts'
import { fieldsOf } from '#app/domains/charter/charter.ts'
import type { Charter, ClauseKey, FederationFloors, Term } from '#app/domains/charter/clauses.ts'
import { numberFormat } from '#app/kernel/formats.ts'
import { isolated } from '#app/kernel/isolated.ts'
import { writeMoney } from '#app/kernel/write-money.ts'
import { type SaidRefusal } from '#app/request/form.server.ts'
import { amount, percent, wholeNumber } from '#app/request/form-fields.server.ts'

/**
 * Returns the schemas of a form's fields for the terms of a clause, by name. Each reads a field into a term's number.
 */
export function fieldSchemas(
  clause: ClauseKey,
  currency: string,
): Readonly<Record<string, z.ZodType<number>>> {
  return Object.fromEntries(
    fieldsOf(clause).map(({ field, term }) => [field, schemaOf(term, currency)]),
  )
}

function schemaOf({ unit, min, max }: Term, currency: string): z.ZodType<number> {
  if (unit === 'share') return percent
  return unit === 'money' ? amount(currency).transform(Number) : wholeNumber(min, max)
}

/** Returns the terms of a clause from a form that has asked for all of them. */
export function termsFromForm<Key extends ClauseKey>(
  clause: Key,
  read: Readonly<Record<string, unknown>>,
): Charter[Key] {
  const terms = fieldsOf(clause).map(({ name, field }) => [name, read[field]])
  return Object.fromEntries(terms) as Charter[Key]
}

type LimitQuery = {
  readonly amendment: Amendment
  readonly floors: FederationFloors
  readonly currency: string
  /** The locale for `Intl`, which writes the numbers. */
  readonly locale: string
}

/**
 * Returns a refusal of an amendment, followed by the limit that its terms pass, which the refusal's sentence names;
 * and the field that shows the refusal.
 */
export function fieldErrorOf(
  refusal: AmendmentRefusal,
  { amendment, floors, ...reader }: LimitQuery,
): { readonly field: string; readonly refusal: SaidRefusal } {
  const { clause } = amendment
  const fields = fieldsOf(clause)
  const out = outOfBounds(amendment, floors)
  const field = (fields.find(({ name }) => name === out?.name) ?? fields[0])?.field ?? 'form'
  if (refusal === 'nothing-changes' || refusal === 'clause-fixed') return { field, refusal }
  // The federation's floors have changed since the amendment was refused.
  if (!out) return { field, refusal: 'edit-conflict' }
  const { min, max } = out.bounds
  const [least, most] = [min, max].map((limit) => isolated(write(limit, out.term.unit, reader)))
  if (out.refusal === out.term.least?.refusal) return { field, refusal: `${out.refusal} ${least}` }
  if (out.refusal === out.term.most?.refusal) return { field, refusal: `${out.refusal} ${most}` }
  return { field, refusal: `${out.refusal} ${least} – ${most}` }
}

function write(
  limit: number,
  unit: Term['unit'],
  { currency, locale }: Pick<LimitQuery, 'currency' | 'locale'>,
): string {
  if (unit === 'money') return writeMoney({ minor: limit, currency }, locale)
  if (unit !== 'share') return numberFormat(locale).format(limit)
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(limit / 10_000)
}
