import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Temporal } from '#app/kernel/clock.ts'
import { type Calendar, slotAt, type SlotQuery, type WeeklyHours } from './availability.ts'
import {
  allWeek,
  amina,
  calendar,
  localTime,
  openSlots,
  rosa,
  slotQuery,
} from './testing/calendars.ts'

test('a team of two is offered only when two are free', () => {
  const both = {
    ...calendar('Europe/London', [...allWeek(amina, 540, 720), ...allWeek(rosa, 600, 720)]),
  }

  const slots = openSlots(both, slotQuery('2026-11-25', 2))

  expect(slots.filter(({ open }) => open).map(localTime('Europe/London'))).toEqual([
    '10:00',
    '10:15',
    '10:30',
    '10:45',
    '11:00',
  ])
})

test('busy time and a day off are not offered', () => {
  const busy = [
    {
      member: amina,
      from: Temporal.Instant.from('2026-11-25T09:30:00Z'),
      until: Temporal.Instant.from('2026-11-25T10:30:00Z'),
    },
  ]
  const daysOff = [
    { member: amina, date: '2026-11-26', kind: 'off' as const, fromMinute: 0, untilMinute: 1440 },
  ]
  const herCalendar = {
    ...calendar('Europe/London', allWeek(amina, 540, 720)),
    busy,
    exceptions: daysOff,
  }

  expect(
    openSlots(herCalendar, slotQuery('2026-11-25'))
      .filter(({ open }) => open)
      .map(localTime('Europe/London')),
  ).toEqual(['10:30', '10:45', '11:00'])
  expect(openSlots(herCalendar, slotQuery('2026-11-26'))).toEqual([])
})

test.each([
  ['Europe/London', '2026-03-29', '01:00', '01:30'],
  ['Europe/Madrid', '2026-03-29', '02:00', '02:30'],
  ['Africa/Cairo', '2026-04-24', '00:00', '00:30'],
])('in %s on %s the times that the clock change skips are not offered', (zone, day, ...skipped) => {
  const times = openSlots(calendar(zone, allWeek(amina, 0, 1440)), slotQuery(day, 1, 30)).map(
    localTime(zone),
  )

  for (const time of skipped) expect(times).not.toContain(time)
  expect(times).toContain('04:00')
})

test.each([
  ['Europe/London', '2026-10-25', '01:00'],
  ['Europe/Madrid', '2026-10-25', '02:00'],
  ['Africa/Cairo', '2026-10-29', '23:00'],
])('in %s on %s the hour that is repeated is offered once', (zone, day, time) => {
  const times = openSlots(calendar(zone, allWeek(amina, 0, 1440)), slotQuery(day, 1, 30)).map(
    localTime(zone),
  )

  expect(times.filter((offered) => offered === time)).toHaveLength(1)
})

test('any hours and any stay: every open slot lies inside the local hours and overlaps no busy time', () => {
  const zones = fc.constantFrom(
    'Europe/London',
    'Africa/Cairo',
    'Europe/Madrid',
    'America/New_York',
  )
  fc.assert(
    fc.property(
      zones,
      fc.integer({ min: 0, max: 365 }),
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 15, max: 400 }),
      (zone, dayOfYear, from, duration) => {
        const day = Temporal.PlainDate.from('2026-01-01').add({ days: dayOfYear })
        const busyFrom = day.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant()
        const busy = [{ member: amina, from: busyFrom, until: busyFrom.add({ minutes: 90 }) }]
        const herCalendar = {
          ...calendar(zone, allWeek(amina, from, Math.min(1440, from + 440))),
          busy,
        }
        for (const slot of openSlots(herCalendar, slotQuery(day.toString(), 1, duration)).filter(
          ({ open }) => open,
        )) {
          const start = slot.start.toZonedDateTimeISO(zone)
          expect(start.toPlainDate().toString()).toBe(day.toString())
          expect(start.hour * 60 + start.minute).toBeGreaterThanOrEqual(from)
          expect(
            busy.every(
              ({ from: b, until }) =>
                Temporal.Instant.compare(slot.until, b) <= 0 ||
                Temporal.Instant.compare(until, slot.start) <= 0,
            ),
          ).toBe(true)
        }
      },
    ),
    { numRuns: 60 },
  )
})

test.each([
  ['Europe/London', '2026-03-29'],
  ['Europe/London', '2026-10-25'],
  ['Africa/Cairo', '2026-04-24'],
  ['Africa/Cairo', '2026-10-29'],
  ['Europe/Madrid', '2026-06-01'],
])('in %s on %s each moment alone gives the same slot as the whole day', (timeZone, day) => {
  const date = Temporal.PlainDate.from(day)
  const midnight = date.toZonedDateTime({ timeZone }).toInstant()
  const busy = [
    { member: rosa, from: midnight.add({ hours: 9 }), until: midnight.add({ hours: 11 }) },
  ]
  const both = {
    ...calendar(timeZone, [...allWeek(amina, 0, 1440), ...allWeek(rosa, 480, 720)]),
    busy,
  }
  const slots = openSlots(both, slotQuery(day, 2, 45))
  const moments = Array.from({ length: 26 * 12 }, (_, step) => midnight.add({ minutes: step * 5 }))
  const singleSlots = moments
    .filter((start) => start.toZonedDateTimeISO(timeZone).toPlainDate().equals(date))
    .flatMap((from) => slotAt({ from, until: from.add({ minutes: 45 }) }, both, 2) ?? [])

  expect(slots.length).toBeGreaterThan(5)
  expect(slots.some(({ open }) => open)).toBe(true)
  expect(singleSlots).toEqual(slots)
})

const open = (days: Calendar, query: SlotQuery) =>
  openSlots(days, query)
    .filter((slot) => slot.open)
    .map(localTime(days.timeZone))

test('hours that touch are one stretch, within a day and over midnight', () => {
  const wednesday = (fromMinute: number, untilMinute: number, weekday = 3): WeeklyHours => ({
    member: amina,
    weekday,
    fromMinute,
    untilMinute,
  })
  const evening = [wednesday(480, 1080), wednesday(1080, 1260)]
  const night = [wednesday(1320, 1440), wednesday(0, 120, 4)]
  const inOne = [wednesday(1320, 1560)]
  const day = (weekly: WeeklyHours[], stay: number, date = '2026-11-25') =>
    open(calendar('Europe/London', weekly), slotQuery(date, 1, stay))

  expect(day(evening, 780)).toEqual(['08:00'])
  expect(day(night, 240)).toEqual(['22:00'])
  expect(day(inOne, 240)).toEqual(['22:00'])
  expect(day(inOne, 60, '2026-11-26')).toEqual(['00:00', '00:15', '00:30', '00:45', '01:00'])
  expect(day([wednesday(1320, 1560, 7)], 60, '2026-11-23')).toContain('00:30')
})

test('time off before midnight or after it shortens a night', () => {
  const night = { ...calendar('Europe/London', allWeek(amina, 1320, 1560)) }
  const off = (date: string, fromMinute: number, untilMinute: number) => ({
    ...night,
    exceptions: [{ member: amina, date, kind: 'off' as const, fromMinute, untilMinute }],
  })

  expect(open(night, slotQuery('2026-11-25', 1, 240))).toEqual(['22:00'])
  expect(open(off('2026-11-26', 60, 1440), slotQuery('2026-11-25', 1, 240))).toEqual([])
  expect(open(off('2026-11-25', 1380, 1500), slotQuery('2026-11-26', 1, 60))).toContain('01:00')
  expect(open(off('2026-11-25', 1380, 1500), slotQuery('2026-11-26', 1, 60))).not.toContain('00:45')
})

test('hours from 09:15 to 12:15 have room for three hours', () => {
  const hours = calendar('Europe/London', allWeek(amina, 555, 735))
  expect(open(hours, slotQuery('2026-11-25', 1, 180))).toEqual(['09:15'])
})
