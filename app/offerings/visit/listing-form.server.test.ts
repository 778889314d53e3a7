import { expect, test } from 'vitest'
import { readListingForm } from './listing-form.server.ts'

const FILLED = {
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
  for (const [name, value] of Object.entries({ ...FILLED, ...change })) fields.set(name, value)
  return readListingForm(fields, { currency: 'GBP', plain: 'The visit' })
}

const wrong = (change: Readonly<Record<string, string>>) => read(change).form.errors

test('an offer without any tier has one plain one', () => {
  const one = read()
  expect(one.ok && one.words.fields.tiers).toEqual([
    { key: 'visit', label: 'The visit', about: '', factorBp: 10_000 },
  ])
  const own = read({ 'tiers-0-label': 'Deep', 'tiers-0-factor': '150' })
  expect(own.ok && own.words.fields.tiers.map(({ label }) => label)).toEqual(['Deep'])
})

test('the shortest visit takes a quarter of an hour at least, by the shortest tier', () => {
  const short = { baseMinutes: 'visit:too-short' }
  expect(wrong({ baseMinutes: '0' })).toEqual(short)
  expect(wrong({ baseMinutes: '14' })).toEqual(short)
  expect(wrong({ baseMinutes: '15' })).toEqual({})
  const half = { 'tiers-0-label': 'Quick', 'tiers-0-factor': '50' }
  expect(wrong({ ...half, baseMinutes: '29' })).toEqual(short)
  expect(wrong({ ...half, baseMinutes: '30' })).toEqual({})
})

test('what is usual is not more than the most, and is refused beside its own row', () => {
  const second = {
    'counters-3-label': 'Doors',
    'counters-3-price': '4',
    'counters-3-minutes': '5',
    'counters-3-usual': '6',
    'counters-3-max': '5',
  }
  expect(wrong(second)).toEqual({ 'counters-3-usual': 'visit:usual-too-many' })
  expect(read(second).form.values['counters-3-usual']).toBe('6')
  expect(wrong({ ...second, 'counters-3-max': '6' })).toEqual({})
})
