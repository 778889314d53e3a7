import { expect, test } from 'vitest'
import { ar } from './catalogues.ts'
import { translator } from './translate.ts'

const COUNTS = [0, 1, 2, 7, 11, 100]

test('an Egyptian reader of Arabic meets no Western digit in any sentence, but for what is to be typed', () => {
  const t = translator('ar', 'EG')
  const typed = ['founding:many.colour']
  const western = Object.entries(ar).flatMap(([area, sentences]) =>
    Object.keys(sentences)
      .map((name) => `${area}:${name.replace(/_(zero|one|two|few|many|other)$/, '')}`)
      .filter((key) => !typed.includes(key))
      .filter((key) =>
        COUNTS.some((count) => /[0-9]/.test(t(key as 'federation:door.for', { count }))),
      ),
  )
  expect(western).toEqual([])
  expect(t('mail:terms-changed.body', { fee: 1.5 })).not.toContain('%')
})

test('a Moroccan reader of Arabic keeps Western digits, also in what the catalogue says itself', () => {
  expect(translator('ar', 'MA')('accounts:password.hint')).toContain('10')
})

test('a year is no quantity, and a quantity is grouped', () => {
  expect(translator('en')('storefront:place.since', { name: 'X', year: 2019 })).toContain('2019')
  expect(translator('en')('federation:door.for', { count: 12_000 })).toContain('12,000')
})
