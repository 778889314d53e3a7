import './check-settings.ts'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { environment } from '#app/config.ts'
import { findChromium } from './chromium.ts'

type Result = { readonly passed: number; readonly failed: number }
/** What a program said, when it was not said at once, and the code it ended with. */
type Ended = { readonly code: number; readonly said: string }
type Part = { readonly name: string; readonly run: () => Result | Promise<Result> }

const fast = process.argv.includes('--fast')
const bin = (name: string) => `node_modules/.bin/${name}`

type Around = { readonly env?: NodeJS.ProcessEnv; readonly quiet?: boolean }

/** Runs a program to its end. A quiet one runs beside others, so what it says is kept until it is its turn. */
function run(command: string, args: readonly string[], around: Around = {}): Promise<Ended> {
  const { env = environment(), quiet = false } = around
  const child = spawn(command, args, {
    env,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((ended) => {
    child.once('error', (fault) => ended({ code: 1, said: fault.message }))
    child.once('close', (code) => ended({ code: code ?? 1, said }))
  })
}

/** Starts a tool that finds faults or none, beside others: one thing that passes or fails. */
function check(name: string, command: string, args: readonly string[]): Part {
  const running = run(command, args, { quiet: true })
  return {
    name,
    run: async () => {
      const { code, said } = await running
      process.stdout.write(said)
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
    },
  }
}

async function unit(): Promise<Result> {
  const report = '.data-test-report.json'
  rmSync(report, { force: true })
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...(fast ? ['--exclude', '**/flows/**', '--exclude', '**/cli/**'] : []),
  ]
  const { code } = await run(bin('vitest'), args)
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const found = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
  }
  rmSync(report, { force: true })
  return {
    passed: found.numPassedTests,
    failed: Math.max(found.numFailedTests, code === 0 ? 0 : 1),
  }
}

/** The stories are told in worlds that are copied from the template, which was made fresh while the unit tests ran. */
async function browser(): Promise<Result> {
  const chromium = findChromium()
  if (!chromium) return { passed: 0, failed: 1 }
  const report = '.data-e2e-report.json'
  rmSync(report, { force: true })
  const env = environment({ CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report })
  const { code } = await run(bin('playwright'), ['test', '--reporter=list,json'], { env })
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number }
  }
  rmSync(report, { force: true })
  return {
    passed: stats.expected,
    failed: Math.max(stats.unexpected + stats.flaky, code === 0 ? 0 : 1),
  }
}

// All that is started here runs side by side; its results are told in this order.
const checks: readonly Part[] = [
  check('Format', bin('oxfmt'), ['--check']),
  check('Lint', bin('oxlint'), ['app', 'db', 'tenants', 'lint', 'e2e']),
  check('Dependency rules', bin('depcruise'), [
    '--config',
    '.dependency-cruiser.cjs',
    'app',
    'db',
    'tenants',
  ]),
  check('Dead code', bin('knip'), ['--no-config-hints']),
  check('Types', bin('tsc'), ['--noEmit', '-p', '.']),
]
const world = fast
  ? []
  : [
      check('The site is built, and its first start seeds a year', process.execPath, [
        '--import',
        'tsx',
        'e2e/worlds/template.ts',
      ]),
    ]
const parts: readonly Part[] = [
  ...checks,
  { name: fast ? 'Unit and property tests' : 'Unit, property and database tests', run: unit },
  ...world,
  ...(fast ? [] : [{ name: 'Browser stories', run: browser }]),
]

let total: Result = { passed: 0, failed: 0 }
for (const { name, run: finish } of parts) {
  process.stdout.write(`\n── ${name}\n`)
  const began = Date.now()
  const { passed, failed } = await finish()
  const seconds = Math.round((Date.now() - began) / 1000)
  total = { passed: total.passed + passed, failed: total.failed + failed }
  process.stdout.write(failed > 0 ? `✗ ${name}: ${failed} failed\n` : `✓ ${name} (${seconds} s)\n`)
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)
