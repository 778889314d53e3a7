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
import { amount, type DetailedRefusal, percent, wholeNumber } from '#app/request/form.server.ts'

/** What a form may hold for the terms of a clause: each field by its name, read into a term's number. */
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

/** The terms of a clause that a form has asked for whole. */
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
  /** For `Intl`: how the reader writes numbers. */
  readonly locale: string
}

/**
 * Why terms cannot be proposed, and behind it the limit that they pass, for the sentence that says so; and the field
 * beside which it is said.
 */
export function fieldErrorOf(
  refusal: AmendmentRefusal,
  { amendment, floors, ...reader }: LimitQuery,
): { readonly field: string; readonly refusal: DetailedRefusal } {
  const { clause } = amendment
  const fields = fieldsOf(clause)
  const out = outOfBounds(amendment, floors)
  const field = (fields.find(({ name }) => name === out?.name) ?? fields[0])?.field ?? 'form'
  if (!out || out.refusal !== refusal) return { field, refusal }
  const { min, max } = out.bounds
  const [least, most] = [min, max].map((limit) => isolated(write(limit, out.term.unit, reader)))
  const { term } = out
  if (refusal === term.least?.refusal) return { field, refusal: `${refusal} ${least}` }
  if (refusal === term.most?.refusal) return { field, refusal: `${refusal} ${most}` }
  return { field, refusal: `${refusal} ${least} – ${most}` }
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
