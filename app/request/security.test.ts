import { expect, test } from 'vitest'
import { readCookie } from './cookies.ts'
import { isSameOrigin } from './security.ts'

const post = (headers: Record<string, string>) =>
  new Request('http://a.localhost/x', { method: 'POST', headers })

const isOurs = (headers: Record<string, string>) => isSameOrigin(post(headers), 'http')

test('a form of another co-op is refused', () => {
  expect(isOurs({ 'sec-fetch-site': 'same-site' })).toBe(false)
  expect(isOurs({ 'sec-fetch-site': 'cross-site' })).toBe(false)
  expect(isOurs({ origin: 'http://b.localhost' })).toBe(false)
  expect(isOurs({})).toBe(false)
  expect(isOurs({ 'sec-fetch-site': 'same-origin' })).toBe(true)
  expect(isOurs({ origin: 'http://a.localhost' })).toBe(true)
})

test('what no page sent is refused, with an origin and without one', () => {
  expect(isOurs({ 'sec-fetch-site': 'none' })).toBe(false)
  expect(isOurs({ 'sec-fetch-site': 'none', origin: 'http://a.localhost' })).toBe(false)
  expect(isOurs({ 'sec-fetch-site': '' })).toBe(false)
})

test('the other scheme is another origin; behind a proxy the scheme is the one that readers use', () => {
  expect(isOurs({ origin: 'https://a.localhost' })).toBe(false)
  expect(isOurs({ 'sec-fetch-site': 'same-origin', origin: 'https://a.localhost' })).toBe(false)
  expect(isSameOrigin(post({ origin: 'https://a.localhost' }), 'https')).toBe(true)
  expect(isSameOrigin(post({ origin: 'http://a.localhost' }), 'https')).toBe(false)
})

test('a request whose headers contradict each other is refused', () => {
  for (const origin of ['http://b.localhost', 'null', 'no origin', 'http://a.localhost:81'])
    expect(isOurs({ 'sec-fetch-site': 'same-origin', origin })).toBe(false)
  const sameOrigin = { 'sec-fetch-site': 'same-origin', origin: 'http://a.localhost' }
  expect(isOurs(sameOrigin)).toBe(true)
  expect(isOurs({ ...sameOrigin, 'sec-fetch-site': 'cross-site' })).toBe(false)
})

test('a cookie is read by its exact name, and a broken escape is text', () => {
  expect(readCookie('__%48ost-session=evil; __Host-session=mine', '__Host-session')).toBe('mine')
  expect(readCookie('__Host-session=%zz', '__Host-session')).toBe('%zz')
  expect(readCookie('__Host-sessions=no', '__Host-session')).toBeUndefined()
  expect(readCookie(null, '__Host-session')).toBeUndefined()
})
