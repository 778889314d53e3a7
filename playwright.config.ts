import { defineConfig } from '@playwright/test'
import { settings } from './app/config.ts'
import { UNTOUCHED, WORKERS } from './e2e/worlds/world.ts'

const { CHROMIUM_PATH: executablePath } = settings()

export default defineConfig<object, { world: number | null }>({
  testDir: 'e2e',
  timeout: 120_000,
  workers: WORKERS,
  globalSetup: 'e2e/worlds/start-worlds.ts',
  fullyParallel: false,
  expect: { timeout: 5000 },
  projects: [
    { name: 'stories', testIgnore: ['after/**', 'pages/**'] },
    { name: 'furnish', testMatch: 'pages/furnish.spec.ts', use: { world: UNTOUCHED } },
    {
      name: 'pages',
      testMatch: 'pages/pages.spec.ts',
      fullyParallel: true,
      dependencies: ['furnish'],
      use: { world: UNTOUCHED },
    },
    { name: 'left behind', testMatch: 'after/left-behind.spec.ts', dependencies: ['stories'] },
    ...Array.from({ length: WORKERS }, (_, world) => ({
      name: `world ${world}`,
      testMatch: 'after/outsiders.spec.ts',
      dependencies: ['left behind'],
      use: { world },
    })),
  ],
  use: {
    actionTimeout: 8000,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--host-resolver-rules=MAP *.localhost 127.0.0.1',
        '--disable-background-networking',
      ],
    },
  },
})
