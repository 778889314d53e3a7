export type DateFormat = { readonly format: (date: Date | number) => string }

const dates = new Map<string, DateFormat>()
const numbers = new Map<string, Intl.NumberFormat>()

/**
 * The format of dates for a reader, made once: making one takes longer than a hundred uses of it. There are as many as
 * there are locales, zones and styles in use, which is few.
 */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): DateFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  let format = dates.get(key)
  if (!format) dates.set(key, (format = makeDateFormat(locale, options)))
  return format
}

/** French calls the first of a month "1er", which the platform's formats leave out. */
function makeDateFormat(locale: string, options: Intl.DateTimeFormatOptions): DateFormat {
  const format = new Intl.DateTimeFormat(locale, options)
  if (!locale.startsWith('fr')) return format
  return { format: (date) => format.format(date).replace(/(?<!\d)1(?= \p{L})/u, '1er') }
}

/** The format of numbers for a reader, made once. */
export function numberFormat(
  locale: string,
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  let format = numbers.get(key)
  if (!format) numbers.set(key, (format = new Intl.NumberFormat(locale, options)))
  return format
}
