import { type Money, sum } from './money.ts'

/**
 * One line of a price, as the customer and the worker both see it. The charter splits a commissionable line; the
 * workers receive a passed-through line and a tip whole; an earmark goes to its fund.
 */
export type PriceLine = {
  readonly kind: 'commissionable' | 'pass-through' | 'tip' | 'earmark'
  /** The key of the line, the same in every order: `base`, `room:bedrooms`, `extra:oven`, `tip`. */
  readonly key: string
  /** The name of the line in words, as it was sold. */
  readonly label: string
  readonly quantity: number
  readonly amount: Money
  /** The fund that an earmark goes to. */
  readonly purpose?: string
}

export function totalOf(lines: readonly PriceLine[], currency: string): Money {
  return sum(
    lines.map(({ amount }) => amount),
    currency,
  )
}

/** Returns what is paid in advance: the most that an open price may come to, or a price that is fixed. */
export const dueOf = <Amount>({
  total,
  bound,
}: {
  readonly total: Amount
  readonly bound: Amount | null
}): Amount => bound ?? total

export function ofKind(lines: readonly PriceLine[], kind: PriceLine['kind']): PriceLine[] {
  return lines.filter((line) => line.kind === kind)
}
