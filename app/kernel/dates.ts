import { Temporal } from '#app/kernel/clock.ts'

/**
 * The days that a date from outside may name. Arithmetic with them stays far from the limits of the calendar and of
 * the database. No co-op has anything older, and nobody plans further ahead.
 */
const FIRST_DAY = Temporal.PlainDate.from('2000-01-01')
const LAST_DAY = Temporal.PlainDate.from('2199-12-31')

/** Reads a date from an address or a form: `2026-12-31`. Returns undefined for anything else. */
export function readDay(text: string | null | undefined): Temporal.PlainDate | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' })
    return isWithin(day) ? day : undefined
  } catch {
    return undefined
  }
}

/** Reads a month from an address: `2026-12`. Returns undefined for anything else. */
export function readMonth(text: string | null | undefined): Temporal.PlainYearMonth | undefined {
  return readDay(text && `${text}-01`)?.toPlainYearMonth()
}

/** Reads a moment from an address or a form: `2026-12-31T09:30:00Z`. Returns undefined for anything else. */
export function readMoment(text: string | null | undefined): Temporal.Instant | undefined {
  try {
    const moment = text ? Temporal.Instant.from(text) : undefined
    return moment && isWithin(moment.toZonedDateTimeISO('UTC').toPlainDate()) ? moment : undefined
  } catch {
    return undefined
  }
}

const isWithin = (day: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(FIRST_DAY, day) <= 0 && Temporal.PlainDate.compare(day, LAST_DAY) <= 0
