import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDay, readMoment, readMonth } from './dates.ts'

test('a day, a month and a moment are read as they are written', () => {
  expect(readDay('2028-02-29')?.toString()).toBe('2028-02-29')
  expect(readMonth('2026-12')?.toString()).toBe('2026-12')
  expect(readMoment('2026-12-31T09:30:00+01:00')?.toString()).toBe('2026-12-31T08:30:00Z')
})

test.each([
  '',
  '2026-02-30',
  '2026-2-3',
  '20261231',
  '9999-12-31',
  '0000-01-01',
  '1999-12-31',
  '2200-01-01',
  '+275760-09-13',
  '-000001-01-01',
  '2026-12-31[u-ca=hebrew]',
  '2026-12-31T00:00:00Z',
])('%j is no day of ours', (text) => {
  expect(readDay(text)).toBeUndefined()
})

test.each([
  '',
  'now',
  '2026-12-31',
  '2026-12-31T09:30',
  '9999-12-31T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '-271821-04-20T00:00:00Z',
])('%j is no moment of ours', (text) => {
  expect(readMoment(text)).toBeUndefined()
})

test('whatever is read can be moved by years and stands in a database', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.date().map((date) => date.toISOString()),
      ),
      (text) => {
        const moment = readMoment(text)
        const day = readDay(text.slice(0, 10))
        for (const years of [-100, 100]) {
          const moved = moment?.toZonedDateTimeISO('Pacific/Kiritimati').add({ years })
          expect(moved?.year ?? 2000).toBeGreaterThan(1800)
          expect(day?.add({ years }).year ?? 2000).toBeLessThan(2400)
        }
      },
    ),
  )
})
