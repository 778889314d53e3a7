import { expect, test } from 'vitest'
import { mayReadMetrics } from './metrics.server.ts'

const from = (peer: string, authorization?: string, passedOn = false) => ({
  peer,
  passedOn,
  authorization,
})

test('the metrics are for this very machine, and for nobody who is passed on to it', () => {
  for (const peer of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
    expect(mayReadMetrics(from(peer)), peer).toBe(true)
  for (const peer of ['203.0.113.9', '::ffff:10.0.0.4', '127.evil.example', ''])
    expect(mayReadMetrics(from(peer)), peer).toBe(false)
  expect(mayReadMetrics(from('127.0.0.1', undefined, true))).toBe(false)
})

test('whoever bears the token reads them from anywhere, and a wrong one from nowhere', () => {
  const far = (authorization?: string) =>
    mayReadMetrics(from('203.0.113.9', authorization), 's3cret')
  expect(far('Bearer s3cret')).toBe(true)
  for (const wrong of ['Bearer s3cre', 'Bearer ', 'Basic s3cret', undefined])
    expect(far(wrong), String(wrong)).toBe(false)
  expect(mayReadMetrics(from('127.0.0.1', 'Bearer wrong'), 's3cret')).toBe(false)
  expect(mayReadMetrics(from('203.0.113.9', 'Bearer '), '')).toBe(false)
})
