import './check-settings.ts'
import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { environment, settings } from '#app/config.ts'
import { isFree, stopEmbedded } from '#db/embedded.server.ts'
import { buildIfChanged, ensureSecret, prepareDatabase, type Prepared } from './prepare.ts'
import { printWelcome } from './welcome.ts'

const say = (step: string) => process.stdout.write(`· ${step}\n`)
const { DATA_DIR: data, PORT: port, STRIPE_SANDBOX_PORT: sandboxPort } = settings()
const development = process.argv.includes('--dev')
const children: ChildProcess[] = []
let prepared: Prepared | undefined
let stopping: Promise<void> | undefined

try {
  await start()
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
  await stop(1)
}

async function start(): Promise<void> {
  // Kept, not taken once: who stops a whole group sends it to us and to who started us, who passes it on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void stop(0))
  process.once('disconnect', () => void stop(0))
  if (process.argv.includes('--reset')) await reset()
  if (!(await isFree(port)))
    throw new Error(`Port ${port} is in use: stop what listens there, or set PORT to another.`)

  ensureSecret(data)
  prepared = await prepareDatabase(data, say)
  if (!settings().STRIPE_SECRET_KEY) await startSandbox()
  const { seedIfEmpty } = await import('#db/seeds/seed.ts')
  await seedIfEmpty(say)
  if (process.argv.includes('--reset')) return stop(0)
  if (!development) buildIfChanged(say)
  await startChild('app/cli/serve.ts', development ? ['--dev'] : [])
  printWelcome(port)
}

async function startSandbox(): Promise<void> {
  if (!(await isFree(sandboxPort)))
    throw new Error(
      `Port ${sandboxPort}, for the payment sandbox, is in use: set STRIPE_SANDBOX_PORT to another.`,
    )
  say('Starting the payment sandbox')
  await startChild('app/gateways/stripe/sandbox/main.ts', [])
}

/** Starts a program of ours and waits until it says that it is ready. When one ends by itself, all end. */
function startChild(file: string, args: string[]): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: environment({ NODE_ENV: development ? 'development' : 'production' }),
    detached: true,
  })
  children.push(child)
  return new Promise((ready, failed) => {
    child.once('message', () => ready())
    child.once('exit', (code) => {
      failed(new Error(`${file} ended (${code ?? 'killed'}).`))
      void stop(1)
    })
  })
}

async function reset(): Promise<void> {
  if (settings().DATABASE_URL)
    throw new Error('db:reset only resets the embedded database: unset DATABASE_URL.')
  say('Removing the old data')
  await stopEmbedded(data)
  rmSync(data, { recursive: true, force: true })
}

function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    for (const child of children.toReversed()) await end(child)
    await prepared?.stop()
    process.exit(code)
  })()
  return stopping
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((ended) => {
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
    child.once('exit', () => {
      clearTimeout(late)
      ended()
    })
    child.kill('SIGTERM')
  })
}
