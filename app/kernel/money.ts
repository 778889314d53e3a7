/** An exact amount in a currency's smallest unit: `{ minor: 1250n, currency: 'USD' }` is $12.50. */
export type Money = { readonly minor: bigint; readonly currency: string }

/**
 * The decimal places of currencies by ISO 4217, where they are not two. The table is ours because `Intl` differs for
 * HUF and others.
 */
const DECIMALS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
}

/** Makes an amount. The unit is always the smallest one, so no caller divides by a hundred. */
export function money(minor: bigint, currency: string): Money {
  return { minor, currency }
}

/** Returns the number of decimal places of a currency: 2 for GBP, 0 for JPY, 3 for TND. */
export function decimalsOf(currency: string): number {
  return DECIMALS[currency] ?? 2
}

/**
 * Adds two amounts. @throws RangeError if their currencies differ, because a conversion needs a decision, a rate and a
 * date.
 */
export function plus(one: Money, other: Money): Money {
  sameCurrency(one, other)
  return money(one.minor + other.minor, one.currency)
}

/** Subtracts `part` from `whole`. @throws RangeError if their currencies differ. */
export function minus(whole: Money, part: Money): Money {
  sameCurrency(whole, part)
  return money(whole.minor - part.minor, whole.currency)
}

/** Adds amounts in one currency. The sum of no amounts is zero. @throws RangeError if one is in another currency. */
export function sum(amounts: readonly Money[], currency: string): Money {
  return amounts.reduce(plus, money(0n, currency))
}

/**
 * Writes the amount as a plain decimal number, `"84.00"`, for inputs, files and processors. `writeMoney` writes it for
 * a reader.
 */
export function toDecimal({ minor, currency }: Money): string {
  const places = decimalsOf(currency)
  const sign = minor < 0n ? '-' : ''
  const digits = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0')
  if (places === 0) return sign + digits
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/**
 * Reads an amount that a person typed: `84`, `84.5`, `84,50`, `٨٤٫٥٠`. Returns undefined for any other text, and for
 * an amount with more decimal places than the currency has.
 */
export function readMoney(text: string, currency: string): Money | undefined {
  const plain = westernDigits(text.trim()).replace(/[\u066b,]/, '.')
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(plain)
  const places = decimalsOf(currency)
  if (!match?.[1] || (match[2]?.length ?? 0) > places) return undefined
  return money(BigInt(match[1] + (match[2] ?? '').padEnd(places, '0')), currency)
}

/** Turns Eastern Arabic and Persian digits into 0–9 and leaves every other character as it is. */
export function westernDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
}

/**
 * Returns `part` ten-thousandths of `whole`, in whole minor units; a half is rounded away from zero. 15 % of 23.10 is
 * `basisPoints(money(2310n, 'USD'), 1500)`: 3.47.
 */
export function basisPoints(whole: Money, part: number): Money {
  return money(divideHalfAway(whole.minor * BigInt(part), 10_000n), whole.currency)
}

/**
 * Divides integers and rounds to the nearest one, a half away from zero. @throws RangeError if `by` is not positive.
 */
export function divideHalfAway(amount: bigint, by: bigint): bigint {
  if (by <= 0n) throw new RangeError('Divide by a positive number.')
  const half = (amount < 0n ? -amount : amount) * 2n + by
  const rounded = half / (2n * by)
  return amount < 0n ? -rounded : rounded
}

function sameCurrency(one: Money, other: Money): void {
  if (one.currency !== other.currency) {
    throw new RangeError(`${one.currency} and ${other.currency} do not meet.`)
  }
}
