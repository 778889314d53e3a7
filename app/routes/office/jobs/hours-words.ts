import { dateFormat } from '#app/kernel/formats.ts'
const UTC = { timeZone: 'UTC' } as const

/** A day of the week by its number; 1 is Monday. */
export function writeWeekday(weekday: number, locale: string): string {
  return dateFormat(locale, { weekday: 'long', ...UTC }).format(Date.UTC(2024, 0, weekday))
}

/** A minute of the day as the clock shows it. */
export function writeMinute(minute: number, locale: string): string {
  return dateFormat(locale, { hour: '2-digit', minute: '2-digit', ...UTC }).format(
    Date.UTC(2024, 0, 1, 0, minute),
  )
}

/** A calendar date with its weekday. */
export function writeDate(date: string, locale: string): string {
  return dateFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...UTC,
  }).format(new Date(`${date}T00:00:00Z`))
}

/** The one part of a calendar date that a chart has room for. */
export function writeDatePart(date: string, part: 'weekday' | 'day', locale: string): string {
  const style = part === 'weekday' ? { weekday: 'short' as const } : { day: 'numeric' as const }
  return dateFormat(locale, { ...style, ...UTC }).format(new Date(`${date}T00:00:00Z`))
}
