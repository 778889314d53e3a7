export type DateFormat = { readonly format: (date: Date | number) => string }

const dates = new Map<string, DateFormat>()
const numbers = new Map<string, Intl.NumberFormat>()

/**
 * Returns the format of dates for a locale. Each format is made once, because making one takes longer than a hundred
 * uses of it. The map stays small: it has one format for each combination of locale, zone and style in use.
 */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): DateFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  let format = dates.get(key)
  if (!format) dates.set(key, (format = makeDateFormat(locale, options)))
  return format
}

/** Adds the French "1er" for the first of a month, which the platform's formats leave out. */
function makeDateFormat(locale: string, options: Intl.DateTimeFormatOptions): DateFormat {
  const format = new Intl.DateTimeFormat(locale, options)
  if (!locale.startsWith('fr')) return format
  return { format: (date) => format.format(date).replace(/(?<!\d)1(?= \p{L})/u, '1er') }
}

/** Returns the format of numbers for a locale. Each format is made once. */
export function numberFormat(
  locale: string,
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  let format = numbers.get(key)
  if (!format) numbers.set(key, (format = new Intl.NumberFormat(locale, options)))
  return format
}
