import { expect, test } from 'vitest'
import { mayReadMetrics } from './metrics.server.ts'

test('the metrics are for this machine', () => {
  expect(mayReadMetrics({ local: true, authorization: undefined })).toBe(true)
  expect(mayReadMetrics({ local: false, authorization: undefined })).toBe(false)
})

test('the right token reads them from any address, and a wrong one from none', () => {
  const isAllowed = (authorization?: string) =>
    mayReadMetrics({ local: false, authorization }, 's3cret')
  expect(isAllowed('Bearer s3cret')).toBe(true)
  for (const wrong of ['Bearer s3cre', 'Bearer ', 'Basic s3cret', undefined])
    expect(isAllowed(wrong), String(wrong)).toBe(false)
  expect(mayReadMetrics({ local: true, authorization: 'Bearer wrong' }, 's3cret')).toBe(false)
  expect(mayReadMetrics({ local: false, authorization: 'Bearer ' }, '')).toBe(false)
})
