import { expect, test } from 'vitest'
import { configure } from '#app/config.ts'

test('a small scale still allows the first attempt of each act', async () => {
  configure({ RATE_LIMIT_SCALE: '0.05' })
  const { minutesUntilMail, minutesUntilSignIn } = await import('./limits.server.ts')
  expect(await minutesUntilSignIn('192.0.2.1', 'a@example.org')).toBe(0)
  expect(await minutesUntilSignIn('192.0.2.1', 'a@example.org')).toBeGreaterThan(0)
  expect(await minutesUntilMail('192.0.2.1', 'a@example.org')).toBe(0)
})
