import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,db,tenants,lint}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    env: { LOG_LEVEL: 'silent' },
    globalSetup: ['db/testing/global-setup.ts'],
    maxWorkers: 2,
  },
})
