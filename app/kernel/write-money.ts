import { numberFormat } from './formats.ts'
import { decimalsOf } from './money.ts'

type Amount = {
  readonly minor: bigint | number | string
  readonly currency: string
  readonly whole?: boolean
}

/** Currencies whose plain sign everybody knows; the others are written as the reader's language does. */
const PLAIN: Readonly<Record<string, string>> = { GBP: '£', USD: '$', EUR: '€' }

/**
 * An amount as a reader writes it: "£84.00", "٨٤٫٠٠ £". `locale` is the language with its region; `whole` leaves out the
 * decimals. A co-op has one currency, and "UK£" would be read as something else.
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
