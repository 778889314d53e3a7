import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast } from './colour.ts'
import { accentAt, solveTheme, SURFACE } from './theme.ts'

const hex = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`)

test('whatever two colours are picked, text on the accent and the accent on paper can be read, by day and by night', () => {
  fc.assert(
    fc.property(hex, hex, (one, two) => {
      const { hue, chroma } = solveTheme(one, two)
      const night = { ...SURFACE.night, h: hue }
      expect(contrast(accentAt(hue, chroma, 'day'), SURFACE.day)).toBeGreaterThan(7)
      expect(contrast(accentAt(hue, chroma, 'day'), { l: 0.985, c: 0.01, h: 95 })).toBeGreaterThan(
        7,
      )
      expect(contrast(accentAt(hue, chroma, 'night'), night)).toBeGreaterThan(7)
      expect(
        contrast(accentAt(hue, chroma, 'night'), { l: 0.19, c: 0.06, h: hue }),
      ).toBeGreaterThan(4.5)
    }),
  )
})

test('a colour too light to read on says that it was made darker', () => {
  expect(solveTheme('#ffe08a', '#25358a').moved).toBe('darker')
  expect(solveTheme('#25358a', '#f2b13c').moved).toBeNull()
})
