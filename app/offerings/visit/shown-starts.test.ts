import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Temporal } from '#app/kernel/clock.ts'
import type { Slot } from '#app/domains/jobs/availability.ts'
import { shownStarts } from './shown-starts.ts'

const midnight = Temporal.Instant.from('2026-11-25T00:00:00Z')
const slotAt = (minute: number, open: boolean): Slot => ({
  start: midnight.add({ minutes: minute }),
  minute,
  until: midnight.add({ minutes: minute + 60 }),
  free: [],
  open,
})
const quarters = (from: number, until: number, isOpen: (minute: number) => boolean) =>
  Array.from({ length: (until - from) / 15 }, (_, step) => from + step * 15).map((minute) =>
    slotAt(minute, isOpen(minute)),
  )
const openTimes = (slots: readonly Slot[]) =>
  slots.filter(({ open }) => open).map(({ minute }) => minute / 60)

test('a long day with two half hours open shows these two', () => {
  const day = quarters(480, 1080, (minute) => minute === 570 || minute === 750)

  expect(openTimes(shownStarts(day, ''))).toEqual([9.5, 12.5])
})

test('a long open day shows whole hours, and a short one half hours', () => {
  expect(
    openTimes(
      shownStarts(
        quarters(480, 1080, () => true),
        '',
      ),
    ),
  ).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17])
  expect(
    openTimes(
      shownStarts(
        quarters(540, 720, () => true),
        '',
      ),
    ),
  ).toEqual([9, 9.5, 10, 10.5, 11, 11.5])
})

test('an open quarter hour between taken ones is shown, and so is the chosen time', () => {
  const day = quarters(480, 1080, (minute) => minute === 555)
  const chosen = slotAt(495, true).start.toString()

  expect(openTimes(shownStarts(day, ''))).toEqual([9.25])
  expect(shownStarts(day, chosen).map(({ minute }) => minute)).toContain(495)
})

test('any day: few are shown, half hours are hidden only when many are open, and of open starts in a row one is shown', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('open', 'taken', 'none'), { minLength: 96, maxLength: 96 }),
      (states) => {
        const day = states.flatMap((state, step) =>
          state === 'none' ? [] : [slotAt(step * 15, state === 'open')],
        )
        const shown = shownStarts(day, '')
        const shownMinutes = new Set(shown.map(({ minute }) => minute))
        const openMinutes = new Set(day.filter(({ open }) => open).map(({ minute }) => minute))

        const halves = [...openMinutes].filter((minute) => minute % 30 === 0)
        if (halves.length <= 13)
          expect(halves.every((minute) => shownMinutes.has(minute))).toBe(true)
        for (const start of openMinutes) {
          let [first, last] = [start, start]
          while (openMinutes.has(first - 15)) first -= 15
          while (openMinutes.has(last + 15)) last += 15
          const row = Array.from(
            { length: (last - first) / 15 + 1 },
            (_, step) => first + step * 15,
          )
          expect(row.some((minute) => shownMinutes.has(minute))).toBe(true)
        }
        expect(shown.length).toBeLessThanOrEqual(72)
      },
    ),
  )
})
