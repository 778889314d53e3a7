/** The names of all time zones of the IANA's list in alphabetical order: `Africa/Cairo`, `Europe/Madrid`. */
export const TIME_ZONES: readonly string[] = Intl.supportedValuesOf('timeZone')

const known = new Set(TIME_ZONES)

/**
 * Returns whether a text names a time zone of the list. An offset from UTC is none, because it has no daylight-saving
 * rules.
 */
export const isTimeZone = (name: string): boolean => known.has(name)
