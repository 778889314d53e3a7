import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { settings } from '#app/config.ts'

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A Chromium to test with: the one named, the system's, Playwright's own, or the distribution's package; or one sentence on what to do. */
export function findChromium(): string | undefined {
  const given = settings().CHROMIUM_PATH
  const here = [given, ...KNOWN, playwrights()].find((path) => path && existsSync(path))
  if (here) return here
  spawnSync('node_modules/.bin/playwright', ['install', 'chromium'], {
    stdio: 'ignore',
    timeout: 300_000,
  })
  const fetched = playwrights()
  if (fetched && existsSync(fetched)) return fetched
  if (process.getuid?.() === 0) {
    spawnSync('sh', ['-c', 'apt-get update -qq && apt-get install -y -qq chromium'], {
      stdio: 'ignore',
      timeout: 600_000,
    })
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  }
  process.stderr.write(
    'The browser stories need a Chromium: install one, or set CHROMIUM_PATH to where one is.\n',
  )
  return undefined
}

function playwrights(): string | undefined {
  const { chromium } = createRequire(import.meta.url)('@playwright/test') as {
    chromium: { executablePath: () => string }
  }
  return chromium.executablePath()
}
