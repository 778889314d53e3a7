import { expect, test } from 'vitest'
import { readListingForm } from './listing-form.server.ts'

const FORM = {
  title: 'Windows',
  summary: 'All of them',
  basePrice: '60',
  baseMinutes: '120',
  teamSize: '1',
  'counters-0-label': 'Panes',
  'counters-0-price': '4',
  'counters-0-minutes': '5',
  'counters-0-usual': '2',
  'counters-0-max': '9',
}

function read(change: Readonly<Record<string, string>> = {}) {
  const fields = new FormData()
  for (const [name, value] of Object.entries({ ...FORM, ...change })) fields.set(name, value)
  return readListingForm(fields, { currency: 'GBP', plain: 'The visit' })
}

const errorsOf = (change: Readonly<Record<string, string>>) => read(change).form.errors

test('a listing without tiers gets one plain tier', () => {
  const plain = read()
  expect(plain.ok && plain.words.fields.tiers).toEqual([
    { key: 'visit', label: 'The visit', about: '', factorBp: 10_000 },
  ])
  const tiered = read({ 'tiers-0-label': 'Deep', 'tiers-0-factor': '150' })
  expect(tiered.ok && tiered.words.fields.tiers.map(({ label }) => label)).toEqual(['Deep'])
})

test('the shortest visit takes a quarter of an hour at least, by the shortest tier', () => {
  const tooShort = { baseMinutes: 'visit:too-short' }
  expect(errorsOf({ baseMinutes: '0' })).toEqual(tooShort)
  expect(errorsOf({ baseMinutes: '14' })).toEqual(tooShort)
  expect(errorsOf({ baseMinutes: '15' })).toEqual({})
  const quickTier = { 'tiers-0-label': 'Quick', 'tiers-0-factor': '50' }
  expect(errorsOf({ ...quickTier, baseMinutes: '29' })).toEqual(tooShort)
  expect(errorsOf({ ...quickTier, baseMinutes: '30' })).toEqual({})
})

test('a usual count above the maximum is refused beside its own row', () => {
  const secondCounter = {
    'counters-3-label': 'Doors',
    'counters-3-price': '4',
    'counters-3-minutes': '5',
    'counters-3-usual': '6',
    'counters-3-max': '5',
  }
  expect(errorsOf(secondCounter)).toEqual({ 'counters-3-usual': 'visit:usual-too-many' })
  expect(read(secondCounter).form.values['counters-3-usual']).toBe('6')
  expect(errorsOf({ ...secondCounter, 'counters-3-max': '6' })).toEqual({})
})
