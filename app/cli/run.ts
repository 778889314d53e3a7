import './check-settings.ts'
import { rmSync } from 'node:fs'
import { environment, settings } from '#app/config.ts'
import { type Embedded, isFree, stopEmbedded } from '#db/embedded.server.ts'
import { oneAtATime } from '#db/migrate.server.ts'
import { takeFolder } from './folder-lock.ts'
import { buildIfChanged, ensureSecret, prepareDatabase } from './prepare.ts'
import { type Program, startProgram } from './program.ts'
import { restartDelay } from './restart-delay.ts'
import { printWelcome } from './welcome.ts'

const say = (step: string) => process.stdout.write(`· ${step}\n`)
const { DATA_DIR: data, PORT: port, STRIPE_SANDBOX_PORT: sandboxPort } = settings()
const development = process.argv.includes('--dev')
const programs: Program[] = []
let embedded: Embedded | null = null
let releaseFolder = () => {}
let watching: NodeJS.Timeout | undefined
let stopping: Promise<void> | undefined

try {
  await start()
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`)
  await stop(1)
}

async function start(): Promise<void> {
  // The handlers stay, because a signal to a whole process group arrives twice: directly, and passed on by the process
  // that started us.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void stop(0))
  process.once('disconnect', () => void stop(0))
  if (!settings().DATABASE_URL) releaseFolder = takeFolder(data)
  if (process.argv.includes('--reset')) await reset()
  ensureSecret(data)
  if (!(await isFree(port)))
    throw new Error(`Port ${port} is in use: stop what listens there, or set PORT to another.`)

  const prepared = await prepareDatabase(data, say)
  embedded = prepared.embedded
  if (embedded) watchDatabase(embedded)
  if (!settings().STRIPE_SECRET_KEY) await startSandbox()
  const { seedIfEmpty } = await import('#db/seeds/seed.ts')
  await oneAtATime(prepared.logins.owner, () => seedIfEmpty(say))
  if (process.argv.includes('--reset')) return stop(0)
  if (!development) buildIfChanged(say)
  await startOwn('app/cli/serve.ts', development ? ['--dev'] : [])
  printWelcome(port)
}

async function startSandbox(): Promise<void> {
  if (!(await isFree(sandboxPort)))
    throw new Error(
      `Port ${sandboxPort}, for the payment sandbox, is in use: set STRIPE_SANDBOX_PORT to another.`,
    )
  say('Starting the payment sandbox')
  await startOwn('app/gateways/stripe/sandbox/main.ts', [])
}

/** Starts a program of ours. When starting it again and again does not help, everything ends. */
async function startOwn(file: string, args: readonly string[]): Promise<void> {
  const env = environment({ NODE_ENV: development ? 'development' : 'production' })
  programs.push(await startProgram(file, args, { env, say, gaveUp: () => void stop(1) }))
}

/** Starts PostgreSQL again when it has ended, until that does not help. */
function watchDatabase({ revive }: Embedded): void {
  const ends: number[] = []
  const look = async () => {
    const revived = await revive().catch(() => undefined)
    if (stopping) return
    if (revived) say('PostgreSQL had ended. It runs again.')
    if (revived !== false) ends.push(performance.now())
    const delay = ends.length === 0 ? 0 : restartDelay(ends, performance.now())
    if (delay === undefined) return stop(1)
    watching = setTimeout(() => void look(), revived === undefined ? delay : 1000)
  }
  watching = setTimeout(() => void look(), 1000)
}

async function reset(): Promise<void> {
  if (settings().DATABASE_URL)
    throw new Error('db:reset only resets the embedded database: unset DATABASE_URL.')
  say('Removing the old data')
  await stopEmbedded(data)
  rmSync(data, { recursive: true, force: true })
  releaseFolder = takeFolder(data)
}

function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    clearTimeout(watching)
    for (const program of programs.toReversed()) await program.stop()
    await embedded?.stop()
    releaseFolder()
    process.exit(code)
  })()
  return stopping
}
