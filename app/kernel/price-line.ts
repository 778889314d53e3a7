import { type Money, sum } from './money.ts'

/**
 * One line of a price, as customer and worker both see it. The kind says what may be done with it: a commissionable
 * line is split by the charter; what is passed through and a tip go to the workers whole; an earmark goes to its purpose.
 */
export type PriceLine = {
  readonly kind: 'commissionable' | 'pass-through' | 'tip' | 'earmark'
  /** What it is, the same in every order: `base`, `room:bedrooms`, `extra:oven`, `tip`. */
  readonly key: string
  /** What it is in words, as it was sold. */
  readonly label: string
  readonly quantity: number
  readonly amount: Money
  /** For an earmark: the fund it is for. */
  readonly purpose?: string
}

export function totalOf(lines: readonly PriceLine[], currency: string): Money {
  return sum(
    lines.map(({ amount }) => amount),
    currency,
  )
}

export function ofKind(lines: readonly PriceLine[], kind: PriceLine['kind']): PriceLine[] {
  return lines.filter((line) => line.kind === kind)
}
