import type { Instant } from '#app/kernel/clock.ts'

/** The columns that the console's table may be sorted by. */
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

/** Columns of money: amounts of different currencies have no order among them. */
export const MONEY_COLUMNS: ReadonlySet<Column> = new Set(['sales', 'hourly'])

export const STATES = ['open', 'founding', 'suspended', 'left'] as const

export type ConsoleAsked = {
  readonly search: string
  readonly state: (typeof STATES)[number] | null
  readonly sort: Column
  readonly down: boolean
}

/** How a co-op does, from what needs somebody at once to what needs nobody. */
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

type Facts = {
  readonly state: (typeof STATES)[number]
  readonly since: Instant
  readonly lastOrder: Instant | null
  readonly members: number
  readonly account: 'opening' | 'ready' | 'restricted' | null
  readonly letters: number
  readonly door: boolean
  readonly at: Instant
}

const days = (from: Instant, until: Instant) =>
  (until.epochMilliseconds - from.epochMilliseconds) / 86_400_000

/** The one thing about a co-op that the federation should know first. */
export function healthOf(facts: Facts): Health {
  const { state, since, lastOrder, members, account, letters, door, at } = facts
  if (state === 'left' || state === 'suspended') return state
  if (letters > 0) return 'letters-stuck'
  if (members === 0) return 'no-members'
  if (account === 'restricted') return 'payments-restricted'
  if (state === 'founding') return days(since, at) > 14 ? 'founding-long' : 'founding'
  if (days(lastOrder ?? since, at) > 60) return 'quiet'
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
 * Rows in the order asked for; rows alike in it by name. What is not known comes last either way. Money is ordered
 * within each currency, one currency after the other: nobody knows here what one is worth in another.
 */
export function sortRows<Any extends Row>(
  rows: readonly Any[],
  { sort, down }: ConsoleAsked,
): Any[] {
  const value = (row: Row) =>
    sort === 'health' ? HEALTHS.indexOf(row.health) : sort === 'name' ? 0 : row[sort]
  return rows.toSorted((one, other) => {
    if (MONEY_COLUMNS.has(sort) && one.currency !== other.currency)
      return one.currency < other.currency ? -1 : 1
    const [a, b] = [value(one), value(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    const order = a < b ? -1 : a > b ? 1 : 0
    const byName = one.name.localeCompare(other.name)
    return sort === 'name' ? (down ? -byName : byName) : (down ? -order : order) || byName
  })
}
