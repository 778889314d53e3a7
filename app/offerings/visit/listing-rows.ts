import type { VisitFields } from './visit.ts'
import { money, toDecimal } from '#app/kernel/money.ts'

/** The lists of rows that a visit's price consists of. */
export const ROW_KINDS = ['counters', 'tiers', 'extras'] as const
export type RowKind = (typeof ROW_KINDS)[number]

/** The limit of rows in a list. */
export const MAX_ROWS = 12

/** Returns a listing's fields as the cells of its form, by name. */
export function cellsOf(fields: VisitFields, currency: string): Record<string, string> {
  const price = (minor: number) => toDecimal(money(BigInt(minor), currency))
  const cells: Record<string, string> = {
    basePrice: price(fields.baseMinor),
    baseMinutes: String(fields.baseMinutes),
    teamSize: String(fields.teamSize),
  }
  const setCells = (
    kind: RowKind,
    row: number,
    values: Readonly<Record<string, string | number>>,
  ) => {
    for (const [name, value] of Object.entries(values))
      cells[`${kind}-${row}-${name}`] = String(value)
  }
  for (const [row, counter] of fields.counters.entries()) {
    const { label, unitMinor, unitMinutes, usual, max } = counter
    setCells('counters', row, { label, price: price(unitMinor), minutes: unitMinutes, usual, max })
  }
  for (const [row, { label, about, factorBp }] of fields.tiers.entries())
    setCells('tiers', row, { label, about, factor: Math.round(factorBp / 100) })
  for (const [row, { label, minor, minutes }] of fields.extras.entries())
    setCells('extras', row, { label, price: price(minor), minutes })
  return {
    ...cells,
    counters: String(fields.counters.length),
    tiers: String(fields.tiers.length),
    extras: String(fields.extras.length),
  }
}

/** The fields of a new listing. */
export const NEW_VISIT: VisitFields = {
  baseMinor: 0,
  baseMinutes: 60,
  teamSize: 1,
  counters: [],
  tiers: [],
  extras: [],
}
