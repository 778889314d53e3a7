import { defineConfig } from '@playwright/test'
import { settings } from './app/config.ts'

const { E2E_PORT: port, CHROMIUM_PATH: executablePath } = settings()

export default defineConfig({
  testDir: 'e2e',
  timeout: 120_000,
  workers: 1,
  fullyParallel: false,
  expect: { timeout: 5000 },
  projects: [
    { name: 'stories', testIgnore: 'after/**' },
    { name: 'after', testMatch: 'after/**', dependencies: ['stories'] },
  ],
  use: {
    actionTimeout: 8000,
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--host-resolver-rules=MAP *.localhost 127.0.0.1',
        '--disable-background-networking',
      ],
    },
  },
  webServer: {
    command: 'node app/cli/start.mjs',
    url: `http://127.0.0.1:${port}/readyz`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: {
      PORT: String(port),
      DATA_DIR: '.data-test-e2e',
      RATE_LIMIT_SCALE: '100',
      LOG_LEVEL: 'warn',
    },
  },
})
