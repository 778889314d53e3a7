import { numberFormat } from './formats.ts'
import { decimalsOf } from './money.ts'

type Amount = {
  readonly minor: bigint | number | string
  readonly currency: string
  readonly whole?: boolean
}

/**
 * The currencies whose plain symbol every reader knows. The others are written as the reader's language writes them.
 */
const PLAIN: Readonly<Record<string, string>> = { GBP: '£', USD: '$', EUR: '€' }

/**
 * Writes an amount for a reader: "£84.00", "٨٤٫٠٠ £". `locale` is the language with its region; `whole` leaves out the
 * decimals. The plain "£" is used because a co-op has one currency, and "UK£" would be misread.
 */
export function writeMoney({ minor, currency, whole }: Amount, locale: string): string {
  const places = decimalsOf(currency)
  const shown = whole ? 0 : places
  const format = numberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  })
  return format
    .formatToParts(Number(minor) / 10 ** places)
    .map(({ type, value }) => (type === 'currency' ? (PLAIN[currency] ?? value) : value))
    .join('')
}
