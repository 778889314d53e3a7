import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Temporal } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import type { Calendar } from './availability.ts'
import { amina, openSlots, rosa, slotQuery } from './testing/calendars.ts'

/**
 * Says slowly whether a member works at a local time: some weekly hours or extra ones include it, and no time off does.
 * Hours of the day before may include it as well.
 */
function worksAt(days: Calendar, member: MemberId, local: Temporal.PlainDateTime): boolean {
  const date = local.toPlainDate()
  const minute = local.hour * 60 + local.minute
  const isIn = (date: Temporal.PlainDate, span: { fromMinute: number; untilMinute: number }) => {
    const at = minute + date.until(local.toPlainDate()).days * 1440
    return span.fromMinute <= at && at < span.untilMinute
  }
  const dates = [date, date.subtract({ days: 1 })]
  const dated = days.exceptions.filter((exception) => exception.member === member)
  const isExcepted = (kind: 'off' | 'extra') =>
    dated.some(
      (exception) =>
        exception.kind === kind && isIn(Temporal.PlainDate.from(exception.date), exception),
    )
  const isUsual = days.weekly.some(
    (hours) =>
      hours.member === member &&
      dates.some((on) => hours.weekday === on.dayOfWeek && isIn(on, hours)),
  )
  return (isUsual || isExcepted('extra')) && !isExcepted('off')
}

/** Says slowly, for each of some quarters of an hour, whether a member works and is not busy. */
function isFreeIn(
  days: Calendar,
  member: MemberId,
  quarters: readonly Temporal.Instant[],
): boolean[] {
  return quarters.map(
    (quarter) =>
      worksAt(days, member, quarter.toZonedDateTimeISO(days.timeZone).toPlainDateTime()) &&
      !days.busy.some(
        (busy) =>
          busy.member === member &&
          Temporal.Instant.compare(busy.from, quarter) <= 0 &&
          Temporal.Instant.compare(quarter, busy.until) < 0,
      ),
  )
}

test('any hours, dates, bookings and stay: exactly the quarter hours at which a team is free for all of it are open', () => {
  const who = fc.constantFrom(amina, rosa)
  const span = fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
    .map(([from, length]) => ({ fromMinute: from * 15, untilMinute: (from + length) * 15 }))
  const first = Temporal.PlainDate.from('2026-11-23')
  const onDay = fc.integer({ min: -1, max: 4 }).map((day) => first.add({ days: day }).toString())
  const weekly = fc.tuple(who, fc.integer({ min: 1, max: 7 }), span)
  const exception = fc.tuple(who, onDay, fc.constantFrom('off' as const, 'extra' as const), span)
  const busy = fc.tuple(who, fc.integer({ min: 0, max: 4 * 96 }), fc.integer({ min: 1, max: 40 }))
  fc.assert(
    fc.property(
      fc.record({
        timeZone: fc.constantFrom('Europe/London', 'Asia/Kathmandu', 'America/New_York'),
        quarters: fc.integer({ min: 1, max: 60 }),
        teamSize: fc.constantFrom(1, 2),
      }),
      fc.array(weekly, { maxLength: 12 }),
      fc.array(exception, { maxLength: 4 }),
      fc.array(busy, { maxLength: 6 }),

      ({ timeZone, quarters, teamSize }, hours, dates, booked) => {
        const midnight = first.toZonedDateTime({ timeZone }).toInstant()
        const days: Calendar = {
          timeZone,
          weekly: hours.map(([member, weekday, minutes]) => ({ member, weekday, ...minutes })),
          exceptions: dates.map(([member, date, kind, minutes]) => ({
            member,
            date,
            kind,
            ...minutes,
          })),
          busy: booked.map(([member, from, length]) => ({
            member,
            from: midnight.add({ minutes: from * 15 }),
            until: midnight.add({ minutes: (from + length) * 15 }),
          })),
        }
        const stayMinutes = quarters * 15
        const query = { ...slotQuery(first.toString(), teamSize, stayMinutes), days: 3 }
        const moments = Array.from({ length: 3 * 96 + quarters }, (_, quarter) =>
          midnight.add({ minutes: quarter * 15 }),
        )
        const isFree = [amina, rosa].map((member) => isFreeIn(days, member, moments))
        const slowly = moments
          .slice(0, 3 * 96)
          .filter(
            (_, start) =>
              isFree.filter((free) => free.slice(start, start + quarters).every(Boolean)).length >=
              teamSize,
          )
          .map(String)

        expect(
          openSlots(days, query)
            .filter((slot) => slot.open)
            .map(({ start }) => start.toString()),
        ).toEqual(slowly)
      },
    ),
    { numRuns: 50 },
  )
})
