import type { FullConfig } from '@playwright/test'
import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { environment } from '#app/config.ts'
import { startEmbedded } from '#db/embedded.server.ts'
import { prepareTemplate } from './template.ts'
import { folderOf, HOME, portOf, UNTOUCHED, WORKERS } from './world.ts'

/**
 * Once a run: one server for each worker and one for the pages, each with a database, a payment sandbox and a folder of
 * files of its own, all copied from one seeded template. They outlive their workers, so that a worker that is started
 * again after a failure goes on in the same world, and what all stories have left can be looked at in the end.
 */
export default async function startWorlds({ workers }: FullConfig): Promise<() => Promise<void>> {
  await prepareTemplate()
  const database = await startEmbedded(HOME)
  const running: ChildProcess[] = []
  const stop = async () => {
    await Promise.all(running.map(end))
    await database.stop()
  }
  const count = Math.max(WORKERS, workers)
  try {
    // In turn: each start sets the passwords of the same logins.
    for (const world of [...Array.from({ length: count }, (_, index) => index), UNTOUCHED]) {
      const url = await copyWorld(world, database.url)
      running.push(startWorld(world, url))
      await isReady(world, running.at(-1))
    }
  } catch (fault) {
    await stop()
    throw fault
  }
  return stop
}

/** Copies the template's database and files. Returns where the owner of the copy finds it. */
async function copyWorld(world: number, template: string): Promise<string> {
  const beside = new URL(template)
  beside.pathname = '/template1'
  const name = `world_${world}`
  const sql = postgres(beside.href, { max: 1, onnotice: () => {} })
  await sql.unsafe(`drop database if exists ${name} with (force)`)
  await sql.unsafe(`create database ${name} template postgres strategy file_copy`)
  await sql.end()
  const folder = folderOf(world)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const kept of ['files', 'stripe-sandbox.jsonl'])
    if (existsSync(join(HOME, kept)))
      cpSync(join(HOME, kept), join(folder, kept), { recursive: true })
  copyFileSync(join(HOME, 'secret'), join(folder, 'secret'))
  const url = new URL(template)
  url.pathname = `/${name}`
  writeFileSync(join(folder, 'owner-url'), url.href, { mode: 0o600 })
  return url.href
}

function startWorld(world: number, url: string): ChildProcess {
  const log = openSync(join(folderOf(world), 'server.log'), 'w')
  return spawn(process.execPath, ['--import', 'tsx', 'app/cli/run.ts'], {
    stdio: ['ignore', log, 'inherit', 'ipc'],
    env: environment({
      PORT: String(portOf(world)),
      STRIPE_SANDBOX_PORT: String(portOf(world) + 1),
      DATABASE_URL: url,
      DATA_DIR: folderOf(world),
      APP_SECRET: readFileSync(join(HOME, 'secret'), 'utf8').trim(),
      RATE_LIMIT_SCALE: '100',
      LOG_LEVEL: 'warn',
    }),
  })
}

async function isReady(world: number, server: ChildProcess | undefined): Promise<void> {
  const url = `http://127.0.0.1:${portOf(world)}/readyz`
  for (let tries = 0; tries < 1200; tries += 1) {
    if (server?.exitCode !== null) break
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((later) => setTimeout(later, 50))
  }
  throw new Error(`World ${world} did not start: see ${join(folderOf(world), 'server.log')}.`)
}

function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise((ended) => {
    const late = setTimeout(() => server.kill('SIGKILL'), 20_000)
    server.once('exit', () => {
      clearTimeout(late)
      ended()
    })
    server.kill('SIGTERM')
  })
}
