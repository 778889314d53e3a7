import { z } from 'zod'
import type { Counter, Extra, Tier, VisitFields } from './visit.ts'
import type { ListingWords } from '#app/domains/offerings/write-listing.server.ts'
import { money, toDecimal } from '#app/kernel/money.ts'
import { readFields } from '#app/request/form.server.ts'
import {
  amount,
  line,
  optionalLine,
  outOfRange,
  paragraph,
  wholeNumber,
} from '#app/request/form-fields.server.ts'
import type { FormState } from '#app/ui/form.tsx'
import { slugFrom } from '#tenants/slug.ts'
import { MAX_ROWS, ROW_KINDS, type RowKind } from './listing-rows.ts'

/** The shortest visit in minutes. */
const MIN_MINUTES = 15

/** The highest price of one part of a visit, in minor units. */
const MAX_MINOR = 10_000_000n

type VisitWords = ListingWords & { readonly fields: VisitFields }
type FormResult =
  | { readonly ok: true; readonly words: VisitWords; readonly form: FormState }
  | { readonly ok: false; readonly form: FormState }

type ReadContext = {
  readonly currency: string
  /** The name of the only tier of a visit without tiers. */
  readonly plain: string
}

/** Reads a listing from its form. A row without a name is removed. */
export function readListingForm(fields: FormData, { currency, plain }: ReadContext): FormResult {
  const rows = filledRows(fields)
  const read = readFields(fields, schemaFor(rows, currency))
  if (!read.ok) return read
  const value = read.value as Values
  const { title, summary, body } = value
  const words = { title, summary, body, fields: visitFrom(value, rows, plain) }
  const errors = contradictions(words.fields, rows.counters)
  if (Object.keys(errors).length > 0) return { ok: false, form: { ...read.form, errors } }
  return { ok: true, words, form: read.form }
}

/** Returns the errors of values that contradict each other, by the field to change. */
function contradictions(
  { baseMinutes, counters, tiers }: VisitFields,
  rows: readonly number[],
): Record<string, string> {
  const shortest = baseMinutes * Math.min(...tiers.map(({ factorBp }) => factorBp / 10_000))
  const errors = counters
    .map(({ usual, max }, index) => ({ usual, max, row: rows[index] ?? 0 }))
    .filter(({ usual, max }) => usual > max)
    .map(({ row }): [string, string] => [`counters-${row}-usual`, 'visit:usual-too-many'])
  return Object.fromEntries([
    ...(shortest < MIN_MINUTES ? [['baseMinutes', 'visit:too-short'] as const] : []),
    ...errors,
  ])
}

/** Returns the form with one more row of a kind and everything that was typed. */
export function withRow(fields: FormData, kind: string): FormState {
  const { form } = readFields(fields, z.object({}))
  const rowKind = ROW_KINDS.find((row) => row === kind)
  if (!rowKind) return form
  const count = Math.min(MAX_ROWS, Number(form.values[rowKind] ?? 0) + 1)
  return { ...form, values: { ...form.values, [rowKind]: String(count) } }
}

type Values = Readonly<Record<string, string | number | bigint>> & {
  readonly title: string
  readonly summary: string
  readonly body: string
}

function filledRows(fields: FormData): Record<RowKind, number[]> {
  const filled = (kind: RowKind) =>
    Array.from({ length: MAX_ROWS }, (_, row) => row).filter(
      (row) => String(fields.get(`${kind}-${row}-label`) ?? '').trim() !== '',
    )
  return { counters: filled('counters'), tiers: filled('tiers'), extras: filled('extras') }
}

function schemaFor(rows: Record<RowKind, number[]>, currency: string) {
  const priceRange = outOfRange(0, toDecimal(money(MAX_MINOR, currency)))
  const price = amount(currency).refine((minor) => minor <= MAX_MINOR, priceRange)
  const minutes = wholeNumber(0, 2880)
  const cellSchemas = (kind: RowKind, cells: Record<string, z.ZodType>) =>
    rows[kind].flatMap((row) =>
      Object.entries(cells).map(([cell, schema]) => [`${kind}-${row}-${cell}`, schema] as const),
    )
  return z.object({
    title: line(120),
    summary: line(300),
    body: paragraph(6000),
    basePrice: price,
    baseMinutes: minutes,
    teamSize: wholeNumber(1, 6),
    ...Object.fromEntries([
      ...cellSchemas('counters', {
        label: line(60),
        price,
        minutes,
        usual: wholeNumber(0, 99),
        max: wholeNumber(1, 99),
      }),
      ...cellSchemas('tiers', {
        label: line(60),
        about: optionalLine(160),
        factor: wholeNumber(10, 1000),
      }),
      ...cellSchemas('extras', { label: line(60), price, minutes }),
    ]),
  })
}

function visitFrom(value: Values, rows: Record<RowKind, number[]>, plain: string): VisitFields {
  const usedKeys = new Set<string>()
  const cell = (kind: RowKind, row: number, name: string) => value[`${kind}-${row}-${name}`] ?? ''
  const keyAndLabel = (kind: RowKind, row: number) => {
    const label = String(cell(kind, row, 'label'))
    return { key: keyFor(label, kind, usedKeys), label }
  }
  const number = (kind: RowKind, row: number, name: string) => Number(cell(kind, row, name))
  const tiers = rows.tiers.map((row): Tier => ({
    ...keyAndLabel('tiers', row),
    about: String(cell('tiers', row, 'about')),
    factorBp: number('tiers', row, 'factor') * 100,
  }))
  return {
    baseMinor: Number(value['basePrice']),
    baseMinutes: Number(value['baseMinutes']),
    teamSize: Number(value['teamSize']),
    counters: rows.counters.map((row): Counter => ({
      ...keyAndLabel('counters', row),
      unitMinor: number('counters', row, 'price'),
      unitMinutes: number('counters', row, 'minutes'),
      usual: number('counters', row, 'usual'),
      max: number('counters', row, 'max'),
    })),
    tiers: tiers.length > 0 ? tiers : [{ key: 'visit', label: plain, about: '', factorBp: 10_000 }],
    extras: rows.extras.map((row): Extra => ({
      ...keyAndLabel('extras', row),
      minor: number('extras', row, 'price'),
      minutes: number('extras', row, 'minutes'),
    })),
  }
}

/** Makes a unique key for addresses and choices from a name. */
function keyFor(label: string, kind: RowKind, usedKeys: Set<string>): string {
  const stem = slugFrom(label) || kind
  let key = stem
  for (let number = 2; usedKeys.has(`${kind}:${key}`); number += 1) key = `${stem}-${number}`
  usedKeys.add(`${kind}:${key}`)
  return key
}
