import { expect, test } from 'vitest'
import { readCookie } from './cookies.ts'
import { isSameOrigin } from './security.ts'

const post = (headers: Record<string, string>) =>
  new Request('http://a.localhost/x', { method: 'POST', headers })

test('a form of another co-op is refused', () => {
  expect(isSameOrigin(post({ 'sec-fetch-site': 'same-site' }))).toBe(false)
  expect(isSameOrigin(post({ 'sec-fetch-site': 'cross-site' }))).toBe(false)
  expect(isSameOrigin(post({ origin: 'http://b.localhost' }))).toBe(false)
  expect(isSameOrigin(post({}))).toBe(false)
  expect(isSameOrigin(post({ 'sec-fetch-site': 'same-origin' }))).toBe(true)
  expect(isSameOrigin(post({ origin: 'http://a.localhost' }))).toBe(true)
  expect(isSameOrigin(post({ origin: 'https://a.localhost' }))).toBe(true)
})

test('a request whose headers contradict each other is refused', () => {
  for (const origin of ['http://b.localhost', 'null', 'no origin', 'http://a.localhost:81'])
    expect(isSameOrigin(post({ 'sec-fetch-site': 'same-origin', origin }))).toBe(false)
  const sameOrigin = { 'sec-fetch-site': 'same-origin', origin: 'http://a.localhost' }
  expect(isSameOrigin(post(sameOrigin))).toBe(true)
  expect(isSameOrigin(post({ ...sameOrigin, 'sec-fetch-site': 'cross-site' }))).toBe(false)
})

test('a cookie is read by its exact name, and a broken escape is text', () => {
  expect(readCookie('__%48ost-session=evil; __Host-session=mine', '__Host-session')).toBe('mine')
  expect(readCookie('__Host-session=%zz', '__Host-session')).toBe('%zz')
  expect(readCookie('__Host-sessions=no', '__Host-session')).toBeUndefined()
  expect(readCookie(null, '__Host-session')).toBeUndefined()
})
