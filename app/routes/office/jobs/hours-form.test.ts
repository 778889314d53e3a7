import { expect, test } from 'vitest'
import { readException, readWeek } from './hours-form.server.ts'

function readMonday(...spans: readonly (readonly [string, string])[]) {
  const posted = new FormData()
  spans.forEach(([from, until], span) => {
    posted.set(`d1-${span}-from`, from)
    posted.set(`d1-${span}-until`, until)
  })
  const read = readWeek(posted)
  return read.ok
    ? read.value.map(({ fromMinute, untilMinute }) => [fromMinute, untilMinute])
    : read.form.errors['d1-0-from']
}

test('an end before the beginning is on the next day, and the end of the day may be written 24:00 or 00:00', () => {
  expect(readMonday(['22:00', '02:00'])).toEqual([[1320, 1560]])
  expect(readMonday(['18:00', '24:00'])).toEqual([[1080, 1440]])
  expect(readMonday(['18:00', '00:00'])).toEqual([[1080, 1440]])
  expect(readMonday(['00:00', '24:00'])).toEqual([[0, 1440]])
  expect(readMonday(['٢٢:٠٠', '٠٢:٠٠'])).toEqual([[1320, 1560]])
})

test('hours without a length, hours that are no times or no quarters, and hours that overlap are refused by name', () => {
  expect(readMonday(['09:00', '09:00'])).toBe('jobs:no-time')
  expect(readMonday(['24:00', '02:00'])).toBe('jobs:not-a-time')
  expect(readMonday(['22:00', '24:30'])).toBe('jobs:not-a-time')
  expect(readMonday(['09:07', '12:00'])).toBe('jobs:not-a-quarter')
  expect(readMonday(['20:00', '23:00'], ['22:00', '02:00'])).toBe('jobs:overlap')
})

test('hours that touch are two spans of a day', () => {
  expect(readMonday(['08:00', '18:00'], ['18:00', '21:00'])).toEqual([
    [480, 1080],
    [1080, 1260],
  ])
})

test('a date may have a night', () => {
  const posted = new FormData()
  const fields = { date: '2026-12-02', kind: 'extra', from: '22:00', until: '02:00', note: '' }
  for (const [name, value] of Object.entries(fields)) posted.set(name, value)

  expect(readException(posted, '2026-12-01')).toMatchObject({
    ok: true,
    value: { fromMinute: 1320, untilMinute: 1560 },
  })
})
