import { expect, test } from 'vitest'
import { dateFormat } from './formats.ts'

test('French says the first of a month as an ordinal, and no other day', () => {
  const day = (date: string, hour?: '2-digit') =>
    dateFormat('fr-FR', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
      ...(hour ? { weekday: 'long', hour, minute: '2-digit' } : {}),
    }).format(new Date(date))
  expect(day('2026-12-01')).toBe('1er décembre 2026')
  expect(day('2026-12-11')).toBe('11 décembre 2026')
  expect(day('2026-12-01T01:01:00Z', '2-digit')).toBe('mardi 1er décembre 2026 à 01:01')
  expect(day('2026-12-21')).toBe('21 décembre 2026')
})
