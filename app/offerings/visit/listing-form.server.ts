import { z } from 'zod'
import type { Counter, Extra, Tier, VisitFields } from './visit.ts'
import type { ListingWords } from '#app/domains/offerings/write-listing.server.ts'
import { money, toDecimal } from '#app/kernel/money.ts'
import {
  amount,
  line,
  optionalLine,
  outOfRange,
  paragraph,
  readFields,
  wholeNumber,
} from '#app/request/form.server.ts'
import type { FormState } from '#app/ui/form.tsx'
import { slugFrom } from '#tenants/slug.ts'
import { MOST_ROWS, ROWS, type Rows } from './listing-rows.ts'

/** Nobody comes for less. */
const LEAST_MINUTES = 15

/** No part of a visit costs more. */
const MOST_MINOR = 10_000_000n

type Words = ListingWords & { readonly fields: VisitFields }
type Read =
  | { readonly ok: true; readonly words: Words; readonly form: FormState }
  | { readonly ok: false; readonly form: FormState }

type Reading = {
  readonly currency: string
  /** What the one tier is called of a visit that is the same for everybody. */
  readonly plain: string
}

/** Reads a listing as its form has it. A row without a name is a row that was taken away. */
export function readListingForm(fields: FormData, { currency, plain }: Reading): Read {
  const rows = filledRows(fields)
  const read = readFields(fields, schemaFor(rows, currency))
  if (!read.ok) return read
  const value = read.value as Values
  const { title, summary, body } = value
  const words = { title, summary, body, fields: visitFrom(value, rows, plain) }
  const errors = doNotFit(words.fields, rows.counters)
  if (Object.keys(errors).length > 0) return { ok: false, form: { ...read.form, errors } }
  return { ok: true, words, form: read.form }
}

/** What is right by itself and wrong beside the rest, by the field to change. */
function doNotFit(
  { baseMinutes, counters, tiers }: VisitFields,
  rows: readonly number[],
): Record<string, string> {
  const shortest = baseMinutes * Math.min(...tiers.map(({ factorBp }) => factorBp / 10_000))
  const errors = counters
    .map(({ usual, max }, index) => ({ usual, max, row: rows[index] ?? 0 }))
    .filter(({ usual, max }) => usual > max)
    .map(({ row }): [string, string] => [`counters-${row}-usual`, 'visit:usual-too-many'])
  return Object.fromEntries([
    ...(shortest < LEAST_MINUTES ? [['baseMinutes', 'visit:too-short'] as const] : []),
    ...errors,
  ])
}

/** The same form with one more row of a kind, everything typed so far kept. */
export function withRow(fields: FormData, kind: string): FormState {
  const { form } = readFields(fields, z.object({}))
  const known = ROWS.find((row) => row === kind)
  if (!known) return form
  const count = Math.min(MOST_ROWS, Number(form.values[known] ?? 0) + 1)
  return { ...form, values: { ...form.values, [known]: String(count) } }
}

type Values = Readonly<Record<string, string | number | bigint>> & {
  readonly title: string
  readonly summary: string
  readonly body: string
}

function filledRows(fields: FormData): Record<Rows, number[]> {
  const filled = (kind: Rows) =>
    Array.from({ length: MOST_ROWS }, (_, row) => row).filter(
      (row) => String(fields.get(`${kind}-${row}-label`) ?? '').trim() !== '',
    )
  return { counters: filled('counters'), tiers: filled('tiers'), extras: filled('extras') }
}

function schemaFor(rows: Record<Rows, number[]>, currency: string) {
  const most = outOfRange(0, toDecimal(money(MOST_MINOR, currency)))
  const price = amount(currency).refine((minor) => minor <= MOST_MINOR, most)
  const minutes = wholeNumber(0, 2880)
  const each = (kind: Rows, cells: Record<string, z.ZodType>) =>
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
      ...each('counters', {
        label: line(60),
        price,
        minutes,
        usual: wholeNumber(0, 99),
        max: wholeNumber(1, 99),
      }),
      ...each('tiers', {
        label: line(60),
        about: optionalLine(160),
        factor: wholeNumber(10, 1000),
      }),
      ...each('extras', { label: line(60), price, minutes }),
    ]),
  })
}

function visitFrom(value: Values, rows: Record<Rows, number[]>, plain: string): VisitFields {
  const taken = new Set<string>()
  const cell = (kind: Rows, row: number, name: string) => value[`${kind}-${row}-${name}`] ?? ''
  const start = (kind: Rows, row: number) => {
    const label = String(cell(kind, row, 'label'))
    return { key: keyFor(label, kind, taken), label }
  }
  const number = (kind: Rows, row: number, name: string) => Number(cell(kind, row, name))
  const tiers = rows.tiers.map((row): Tier => ({
    ...start('tiers', row),
    about: String(cell('tiers', row, 'about')),
    factorBp: number('tiers', row, 'factor') * 100,
  }))
  return {
    baseMinor: Number(value['basePrice']),
    baseMinutes: Number(value['baseMinutes']),
    teamSize: Number(value['teamSize']),
    counters: rows.counters.map((row): Counter => ({
      ...start('counters', row),
      unitMinor: number('counters', row, 'price'),
      unitMinutes: number('counters', row, 'minutes'),
      usual: number('counters', row, 'usual'),
      max: number('counters', row, 'max'),
    })),
    tiers: tiers.length > 0 ? tiers : [{ key: 'visit', label: plain, about: '', factorBp: 10_000 }],
    extras: rows.extras.map((row): Extra => ({
      ...start('extras', row),
      minor: number('extras', row, 'price'),
      minutes: number('extras', row, 'minutes'),
    })),
  }
}

/** A key that addresses and choices use: made of the name, once. */
function keyFor(label: string, kind: Rows, taken: Set<string>): string {
  const stem = slugFrom(label) || kind
  let key = stem
  for (let number = 2; taken.has(`${kind}:${key}`); number += 1) key = `${stem}-${number}`
  taken.add(`${kind}:${key}`)
  return key
}
