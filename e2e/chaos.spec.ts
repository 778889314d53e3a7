import { spawnSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { environment } from '#app/config.ts'

/** `npm run chaos` in small. It needs the site as it is built for these stories. */
test('everything that was paid is recorded once while connections are ended and PostgreSQL is killed', () => {
  const words = ['--checkouts', '40', '--terminations', '8', '--kills', '1']
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'app/cli/chaos/main.ts', ...words],
    { encoding: 'utf8', env: environment() },
  )
  expect(stdout, stderr).toContain('Recorded once')
  expect(stdout).not.toContain('WRONG')
  expect(status, stdout + stderr).toBe(0)
})
