import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment } from '#app/config.ts'
import { buildIfChanged, hashOf } from '#app/cli/prepare.ts'
import { stopEmbedded } from '#db/embedded.server.ts'
import { HOME, portOf } from './world.ts'

/** What the seeded database follows from, and the pages do not change. */
const SEEDED_BY = [
  'app/domains',
  'app/flows',
  'app/gateways',
  'app/kernel',
  'app/locales',
  'app/offerings',
  'app/queue',
  'app/rules',
  'db',
  'tenants',
  'package-lock.json',
]

/**
 * Builds the site and seeds the database that every world is copied from, by the same command as anybody's first start.
 * What nothing has changed since, on the same day, is used again, unless a fresh one is asked for.
 */
export async function prepareTemplate(fresh = false): Promise<void> {
  buildIfChanged(say)
  const stamp = join(HOME, 'seeded-by')
  const today = new Date().toISOString().slice(0, 10)
  const now = `${today} ${hashOf(SEEDED_BY.filter((path) => existsSync(path)))}`
  if (!fresh && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  await stopEmbedded(HOME)
  rmSync(HOME, { recursive: true, force: true })
  const seeded = spawnSync(process.execPath, ['app/cli/start.mjs', '--reset'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environment({ DATA_DIR: HOME, PORT: String(portOf(8)), LOG_LEVEL: 'warn' }),
  })
  if (seeded.status !== 0) throw new Error('The database of the stories could not be seeded.')
  writeFileSync(stamp, now)
}

function say(step: string): void {
  process.stdout.write(`· ${step}\n`)
}

if (process.argv[1]?.endsWith('worlds/template.ts')) await prepareTemplate(true)
