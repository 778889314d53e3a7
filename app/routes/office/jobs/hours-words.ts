import { dateFormat } from '#app/kernel/formats.ts'
const UTC = { timeZone: 'UTC' } as const

/** Writes the name of a day of the week; 1 is Monday. */
export function writeWeekday(weekday: number, locale: string): string {
  return dateFormat(locale, { weekday: 'long', ...UTC }).format(Date.UTC(2024, 0, weekday))
}

/** Writes a minute of the day as a clock shows it. */
export function writeMinute(minute: number, locale: string): string {
  return dateFormat(locale, { hour: '2-digit', minute: '2-digit', ...UTC }).format(
    Date.UTC(2024, 0, 1, 0, minute),
  )
}

/** Writes a calendar date with its weekday. */
export function writeDate(date: string, locale: string): string {
  return dateFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...UTC,
  }).format(new Date(`${date}T00:00:00Z`))
}

/** Writes one part of a calendar date, for a chart without room for more. */
export function writeDatePart(date: string, part: 'weekday' | 'day', locale: string): string {
  const style = part === 'weekday' ? { weekday: 'short' as const } : { day: 'numeric' as const }
  return dateFormat(locale, { ...style, ...UTC }).format(new Date(`${date}T00:00:00Z`))
}
