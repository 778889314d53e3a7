import type { VisitFields } from './visit.ts'
import { money, toDecimal } from '#app/kernel/money.ts'

/** The lists that a visit's price is made of. */
export const ROWS = ['counters', 'tiers', 'extras'] as const
export type Rows = (typeof ROWS)[number]

/** More than this no customer reads. */
export const MOST_ROWS = 12

/** A listing's fields as its form shows them: each cell by its name. */
export function cellsOf(fields: VisitFields, currency: string): Record<string, string> {
  const price = (minor: number) => toDecimal(money(BigInt(minor), currency))
  const cells: Record<string, string> = {
    basePrice: price(fields.baseMinor),
    baseMinutes: String(fields.baseMinutes),
    teamSize: String(fields.teamSize),
  }
  const put = (kind: Rows, row: number, values: Readonly<Record<string, string | number>>) => {
    for (const [name, value] of Object.entries(values))
      cells[`${kind}-${row}-${name}`] = String(value)
  }
  for (const [row, counter] of fields.counters.entries()) {
    const { label, unitMinor, unitMinutes, usual, max } = counter
    put('counters', row, { label, price: price(unitMinor), minutes: unitMinutes, usual, max })
  }
  for (const [row, { label, about, factorBp }] of fields.tiers.entries())
    put('tiers', row, { label, about, factor: Math.round(factorBp / 100) })
  for (const [row, { label, minor, minutes }] of fields.extras.entries())
    put('extras', row, { label, price: price(minor), minutes })
  return {
    ...cells,
    counters: String(fields.counters.length),
    tiers: String(fields.tiers.length),
    extras: String(fields.extras.length),
  }
}

/** What an empty new listing starts with: one line of each, one ordinary tier. */
export const NEW_VISIT: VisitFields = {
  baseMinor: 0,
  baseMinutes: 60,
  teamSize: 1,
  counters: [],
  tiers: [],
  extras: [],
}
