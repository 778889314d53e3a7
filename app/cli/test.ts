import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { stopEmbedded } from '#db/embedded.server.ts'
import { findChromium } from './chromium.ts'

type Result = { readonly passed: number; readonly failed: number }
type Part = { readonly name: string; readonly run: () => Result | Promise<Result> }

const fast = process.argv.includes('--fast')
const bin = (name: string) => `node_modules/.bin/${name}`

/** Runs a tool that finds faults or none. The result counts as one test. */
function check(name: string, command: string, args: readonly string[]): Part {
  return {
    name,
    run: () =>
      spawnSync(bin(command), args, { stdio: 'inherit' }).status === 0
        ? { passed: 1, failed: 0 }
        : { passed: 0, failed: 1 },
  }
}

function unit(): Result {
  const report = '.data-test-report.json'
  rmSync(report, { force: true })
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...(fast ? ['--exclude', 'app/flows/**', '--exclude', '**/cli/**'] : []),
  ]
  const { status } = spawnSync(bin('vitest'), args, { stdio: 'inherit' })
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const found = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
  }
  rmSync(report, { force: true })
  return {
    passed: found.numPassedTests,
    failed: Math.max(found.numFailedTests, status === 0 ? 0 : 1),
  }
}

/**
 * Runs the browser stories on a new database, because the co-ops that an earlier run founded would be in their way.
 */
async function browser(): Promise<Result> {
  await stopEmbedded('.data-test-e2e')
  rmSync('.data-test-e2e', { recursive: true, force: true })
  const chromium = findChromium()
  if (!chromium) return { passed: 0, failed: 1 }
  const env = {
    ...process.env,
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: '.data-e2e-report.json',
  }
  const { status } = spawnSync(bin('playwright'), ['test', '--reporter=list,json'], {
    stdio: 'inherit',
    env,
  })
  if (!existsSync('.data-e2e-report.json')) return { passed: 0, failed: 1 }
  const { stats } = JSON.parse(readFileSync('.data-e2e-report.json', 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number }
  }
  rmSync('.data-e2e-report.json', { force: true })
  return {
    passed: stats.expected,
    failed: Math.max(stats.unexpected + stats.flaky, status === 0 ? 0 : 1),
  }
}

const parts: readonly Part[] = [
  check('Format', 'oxfmt', ['--check']),
  check('Lint', 'oxlint', ['app', 'db', 'tenants', 'lint', 'e2e']),
  check('Types', 'tsc', ['--noEmit', '-p', '.']),
  check('Dependency rules', 'depcruise', [
    '--config',
    '.dependency-cruiser.cjs',
    'app',
    'db',
    'tenants',
  ]),
  check('Dead code', 'knip', ['--no-config-hints']),
  { name: fast ? 'Unit and property tests' : 'Unit, property and database tests', run: unit },
  ...(fast ? [] : [{ name: 'Browser stories', run: browser }]),
]

let total: Result = { passed: 0, failed: 0 }
for (const { name, run } of parts) {
  process.stdout.write(`\n── ${name}\n`)
  const { passed, failed } = await run()
  total = { passed: total.passed + passed, failed: total.failed + failed }
  process.stdout.write(failed > 0 ? `✗ ${name}: ${failed} failed\n` : `✓ ${name}\n`)
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)
