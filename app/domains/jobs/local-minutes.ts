import { Temporal } from '#app/kernel/clock.ts'

export const DAY_MINUTES = 1440

/**
 * Returns a function that finds the moment of a minute of a date by local time, in milliseconds since 1970. Minutes
 * below 0 and from 1440 on belong to the dates before and after. A time that the clock change skips is the one after
 * it, and of a repeated time the first counts.
 */
export function localMinutes(timeZone: string) {
  const days = new Map<string, { readonly start: number; readonly usual: boolean }>()
  const startOf = (date: Temporal.PlainDate) =>
    date.toZonedDateTime({ timeZone, plainTime: '00:00' }).epochMilliseconds
  const dayOf = (date: Temporal.PlainDate) => {
    const key = date.toString()
    const known = days.get(key)
    if (known) return known
    const start = startOf(date)
    // The clocks do not change on a date of 24 hours, so its minutes need no calendar.
    const day = { start, usual: startOf(date.add({ days: 1 })) - start === DAY_MINUTES * 60_000 }
    days.set(key, day)
    return day
  }
  return (date: Temporal.PlainDate, minute: number): number => {
    const [later, rest] = [Math.floor(minute / DAY_MINUTES), minute % DAY_MINUTES]
    const minuteOfDay = rest < 0 ? rest + DAY_MINUTES : rest
    const on = later === 0 ? date : date.add({ days: later })
    const day = dayOf(on)
    if (day.usual) return day.start + minuteOfDay * 60_000
    return on
      .toPlainDateTime(
        Temporal.PlainTime.from({ hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 }),
      )
      .toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds
  }
}
