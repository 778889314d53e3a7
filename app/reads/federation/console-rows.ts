import type { Instant } from '#app/kernel/clock.ts'

/** The columns by which the console's table can be sorted. */
export const COLUMNS = [
  'health',
  'name',
  'state',
  'members',
  'orders',
  'sales',
  'hourly',
  'lastOrder',
] as const
export type Column = (typeof COLUMNS)[number]

/** The columns of money. Amounts in different currencies have no order among them. */
export const MONEY_COLUMNS: ReadonlySet<Column> = new Set(['sales', 'hourly'])

export const STATES = ['open', 'founding', 'suspended', 'left'] as const

export type ConsoleQuery = {
  readonly search: string
  readonly state: (typeof STATES)[number] | null
  readonly sort: Column
  readonly down: boolean
}

/** The health of a co-op, from the most urgent to the least. */
export const HEALTHS = [
  'suspended',
  'letters-stuck',
  'no-members',
  'payments-restricted',
  'quiet',
  'founding-long',
  'door-open',
  'founding',
  'well',
  'left',
] as const
export type Health = (typeof HEALTHS)[number]

export const HEALTH_TAG: Readonly<Record<Health, 'bad' | 'warn' | 'info' | 'ok'>> = {
  suspended: 'bad',
  'letters-stuck': 'bad',
  'no-members': 'bad',
  'payments-restricted': 'warn',
  quiet: 'warn',
  'founding-long': 'warn',
  'door-open': 'info',
  founding: 'info',
  well: 'ok',
  left: 'ok',
}

type HealthFacts = {
  readonly state: (typeof STATES)[number]
  readonly since: Instant
  readonly lastOrder: Instant | null
  readonly members: number
  readonly account: 'opening' | 'ready' | 'restricted' | null
  readonly letters: number
  readonly door: boolean
  readonly at: Instant
}

const daysBetween = (from: Instant, until: Instant) =>
  (until.epochMilliseconds - from.epochMilliseconds) / 86_400_000

/** Returns the most urgent fact about a co-op. */
export function healthOf(facts: HealthFacts): Health {
  const { state, since, lastOrder, members, account, letters, door, at } = facts
  if (state === 'left' || state === 'suspended') return state
  if (letters > 0) return 'letters-stuck'
  if (members === 0) return 'no-members'
  if (account === 'restricted') return 'payments-restricted'
  if (state === 'founding') return daysBetween(since, at) > 14 ? 'founding-long' : 'founding'
  if (daysBetween(lastOrder ?? since, at) > 60) return 'quiet'
  return door ? 'door-open' : 'well'
}

type Row = {
  readonly name: string
  readonly state: string
  readonly members: number
  readonly orders: number
  readonly currency: string
  readonly sales: bigint
  readonly hourly: bigint | null
  readonly lastOrder: string | null
  readonly health: Health
}

/**
 * Sorts rows by the query; equal rows are sorted by name. Unknown values come last in either direction. Money is sorted
 * within each currency, one currency after the other, because no exchange rate is known here.
 */
export function sortRows<RowType extends Row>(
  rows: readonly RowType[],
  { sort, down }: ConsoleQuery,
): RowType[] {
  const value = (row: Row) =>
    sort === 'health' ? HEALTHS.indexOf(row.health) : sort === 'name' ? 0 : row[sort]
  return rows.toSorted((a, b) => {
    if (MONEY_COLUMNS.has(sort) && a.currency !== b.currency)
      return a.currency < b.currency ? -1 : 1
    const [valueA, valueB] = [value(a), value(b)]
    if (valueA === null || valueB === null) return Number(valueA === null) - Number(valueB === null)
    const order = valueA < valueB ? -1 : valueA > valueB ? 1 : 0
    const byName = a.name.localeCompare(b.name)
    return sort === 'name' ? (down ? -byName : byName) : (down ? -order : order) || byName
  })
}
