import { expect, test } from 'vitest'
import { Temporal } from '#app/kernel/clock.ts'
import { changesOf, figuresOf, problemOf } from './fee.server.ts'

const asked = {
  feeBp: 100,
  workersFloorBp: 8000,
  hourlyFloors: { GBP: 1221, EUR: 99_999_999_999_900 },
  reason: 'x',
  from: Temporal.Instant.from('2099-01-02T00:00:00Z'),
}

test('a figure is compared with what would be in force without it, also one that has no floor yet', () => {
  const then = { ...asked, feeBp: 150, hourlyFloors: { GBP: 1221 } }
  expect(changesOf(then, asked)).toEqual([
    { what: 'fee', currency: '', before: 150, after: 100 },
    { what: 'hour', currency: 'EUR', before: 0, after: 99_999_999_999_900 },
  ])
})

test('a yes is for these figures on this day', () => {
  expect(figuresOf(asked, '2099-01-02')).not.toBe(figuresOf(asked, ''))
  expect(figuresOf(asked, '')).not.toBe(figuresOf({ ...asked, feeBp: 200 }, ''))
})

test('a refusal stands beside what it is about, and names its limit', () => {
  expect(problemOf('terms-floor-too-high', asked)).toEqual({
    'floor-EUR': 'refusals:terms-floor-too-high 100000.00',
  })
  const none = { ...asked, hourlyFloors: { GBP: 0, EUR: 1 } }
  expect(problemOf('terms-no-floor', none)).toEqual({ 'floor-GBP': 'refusals:terms-no-floor' })
  expect(problemOf('terms-past', asked)).toEqual({ from: 'refusals:terms-past' })
})
