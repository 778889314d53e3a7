/** Every time zone by its name in the IANA's list, in the order of the alphabet: `Africa/Cairo`, `Europe/Madrid`. */
export const TIME_ZONES: readonly string[] = Intl.supportedValuesOf('timeZone')

const known = new Set(TIME_ZONES)

/** Whether a text is the name of a time zone: a place whose clocks are known, not a mere distance from Greenwich. */
export const isTimeZone = (name: string): boolean => known.has(name)
