import { expect, test } from 'vitest'
import { ownPath, safeReturn } from './own-path.ts'
import { WAYS_AWAY } from './testing/ways-away.ts'

/** Texts that are no path of any kind, beside those that lead away. */
const NO_PATH = [
  '/\r\nset-cookie: a=b',
  ' //evil.example',
  '\u0000/account',
  '/account\u0000',
  '/account\u0085',
  '/account\u2028',
  'evil.example',
  '@evil.example',
  '?return=/',
  '#top',
  '',
]

test.each([...WAYS_AWAY, ...NO_PATH])('%j is no way of ours', (text) => {
  expect(ownPath(text)).toBeUndefined()
  expect(safeReturn(text, '/account')).toBe('/account')
})

test.each([
  ['/', '/'],
  ['/office/jobs/1?said=done#top', '/office/jobs/1?said=done#top'],
  ['/join?code=a_b-c', '/join?code=a_b-c'],
  ['/a/../office', '/office'],
  ['/a//b', '/a//b'],
  ['/@evil.example', '/@evil.example'],
  ['/listings?q=https://evil.example//', '/listings?q=https://evil.example//'],
  ['/%2f%2fevil.example', '/%2f%2fevil.example'],
  ['/listings?q=تنظيف', '/listings?q=%D8%AA%D9%86%D8%B8%D9%8A%D9%81'],
])('%j is a way of ours', (text, path) => {
  const found = ownPath(text)
  expect(found).toBe(path)
  expect(new URL(found ?? '', 'http://a.localhost').host).toBe('a.localhost')
})

test('what is no text, or too long, leads to the fallback', () => {
  for (const text of [null, undefined, 7, `/${'a'.repeat(500)}`])
    expect(safeReturn(text, '/account')).toBe('/account')
})
