import { expect, test } from 'vitest'
import { fieldErrorOf } from './clause-form.server.ts'

const floors = { workersBp: 8000, hourlyMinor: 1221, feeBp: 100 }
const british = { floors, currency: 'GBP', locale: 'en-GB' }
const split = (workersBp: number) => ({ clause: 'split' as const, terms: { workersBp } })
const floor = (hourlyMinor: number) => ({ clause: 'floor' as const, terms: { hourlyMinor } })

/** Returns a refusal and its field, without the isolation marks around the numbers. */
function said(...asked: Parameters<typeof fieldErrorOf>): string {
  const { field, refusal } = fieldErrorOf(...asked)
  return `#${field} ${refusal.replaceAll(/[\u2066-\u2069\u200e\u200f\u061c]/g, '')}`
}

test('terms that pass a limit are told it, in the numbers and the money of their reader', () => {
  expect(said('below-federation-split', { ...british, amendment: split(7900) })).toBe(
    '#workers below-federation-split 80%',
  )
  expect(said('split-leaves-too-little', { ...british, amendment: split(9651) })).toBe(
    '#workers split-leaves-too-little 96.5%',
  )
  expect(said('below-federation-floor', { ...british, amendment: floor(1200) })).toBe(
    '#hourly below-federation-floor £12.21',
  )
  expect(said('terms-out-of-range', { ...british, amendment: floor(10_000_001) })).toBe(
    '#hourly terms-out-of-range £12.21 – £100,000.00',
  )
  const egyptian = { floors, currency: 'EGP', locale: 'ar-EG', amendment: split(7900) }
  expect(said('below-federation-split', egyptian)).toMatch(/ ٨٠٪$/)
})

test('of several terms the one that passes its limit is told; what passes none, beside the first', () => {
  const cancellation = (freeHours: number, keptBp: number) => ({
    ...british,
    amendment: { clause: 'cancellation' as const, terms: { freeHours, keptBp } },
  })
  expect(said('terms-out-of-range', cancellation(24, 10_001))).toBe(
    '#kept terms-out-of-range 0% – 100%',
  )
  expect(said('terms-out-of-range', cancellation(169, 5000))).toBe(
    '#hours terms-out-of-range 0 – 168',
  )
  expect(said('nothing-changes', cancellation(24, 5000))).toBe('#hours nothing-changes')
})

test('terms that are possible again, because the federation has changed its floors, are asked for once more', () => {
  expect(said('below-federation-split', { ...british, amendment: split(9000) })).toBe(
    '#workers edit-conflict',
  )
})
