import { expect, test } from 'vitest'
import { withLimit } from './clause-limit.server.ts'

const floors = { workersBp: 8000, hourlyMinor: 1221, feeBp: 100 }
const british = { floors, currency: 'GBP', locale: 'en-GB' }
const plain = (said: string) => said.replaceAll(/[\u2066-\u2069\u200e\u200f\u061c]/g, '')

test('terms that pass a limit are told it, in the numbers and the money of their reader', () => {
  expect(plain(withLimit('below-federation-split', { ...british, clause: 'split' }))).toBe(
    'below-federation-split 80%',
  )
  expect(plain(withLimit('split-leaves-too-little', { ...british, clause: 'split' }))).toBe(
    'split-leaves-too-little 96.5%',
  )
  expect(plain(withLimit('below-federation-floor', { ...british, clause: 'floor' }))).toBe(
    'below-federation-floor £12.21',
  )
  expect(plain(withLimit('terms-out-of-range', { ...british, clause: 'floor' }))).toBe(
    'terms-out-of-range £12.21 – £100,000.00',
  )
  const egyptian = { floors, currency: 'EGP', locale: 'ar-EG', clause: 'split' as const }
  expect(plain(withLimit('below-federation-split', egyptian))).toMatch(/ ٨٠٪$/)
})
