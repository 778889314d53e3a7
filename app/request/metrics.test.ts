import { expect, test } from 'vitest'
import { mayReadMetrics } from './metrics.server.ts'

const requestFrom = (peer: string, authorization?: string, forwarded = false) => ({
  peer,
  forwarded: forwarded,
  authorization,
})

test('the metrics are for this machine, and not for a forwarded request', () => {
  for (const peer of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
    expect(mayReadMetrics(requestFrom(peer)), peer).toBe(true)
  for (const peer of ['203.0.113.9', '::ffff:10.0.0.4', '127.evil.example', ''])
    expect(mayReadMetrics(requestFrom(peer)), peer).toBe(false)
  expect(mayReadMetrics(requestFrom('127.0.0.1', undefined, true))).toBe(false)
})

test('the right token reads them from any address, and a wrong one from none', () => {
  const isAllowed = (authorization?: string) =>
    mayReadMetrics(requestFrom('203.0.113.9', authorization), 's3cret')
  expect(isAllowed('Bearer s3cret')).toBe(true)
  for (const wrong of ['Bearer s3cre', 'Bearer ', 'Basic s3cret', undefined])
    expect(isAllowed(wrong), String(wrong)).toBe(false)
  expect(mayReadMetrics(requestFrom('127.0.0.1', 'Bearer wrong'), 's3cret')).toBe(false)
  expect(mayReadMetrics(requestFrom('203.0.113.9', 'Bearer '), '')).toBe(false)
})
