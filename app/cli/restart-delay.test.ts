import { expect, test } from 'vitest'
import { restartDelay } from './restart-delay.ts'

test('a program that ends again and again is started again later each time, and in the end not at all', () => {
  const ends: number[] = []
  const delays = Array.from({ length: 11 }, () => {
    ends.push(ends.length)
    return restartDelay(ends, 100)
  })
  expect(delays).toEqual([
    250,
    500,
    1000,
    2000,
    4000,
    8000,
    16_000,
    30_000,
    30_000,
    30_000,
    undefined,
  ])
})

test('ends of more than five minutes ago do not count', () => {
  const ends = Array.from({ length: 20 }, (_, end) => end)
  expect(restartDelay([...ends, 400_000], 400_000)).toBe(250)
})
