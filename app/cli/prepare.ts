import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bootstrap, DatabaseRefused, type Logins } from '#db/bootstrap.server.ts'
import { startEmbedded } from '#db/embedded.server.ts'
import { migrate } from '#db/migrate.server.ts'

/**
 * A database with every migration run, the addresses of its logins, whether we started it, and a function that stops
 * it if we did.
 */
export type Prepared = {
  readonly logins: Logins
  readonly started: boolean
  readonly stop: () => Promise<void>
}

/** Prepares the database in DATABASE_URL, or an embedded one in `folder`. */
export async function prepareDatabase(
  folder: string,
  say: (step: string) => void,
): Promise<Prepared> {
  const { url, started, stop } = await database(folder, say)
  const logins = await bootstrap(url, process.env['APP_SECRET'] ?? '')
  const ran = await migrate(logins)
  if (ran.length > 0) say(`Migrated: ${ran.join(', ')}`)
  return { logins, started, stop }
}

async function database(folder: string, say: (step: string) => void) {
  const given = process.env['DATABASE_URL']
  if (given) return { url: readUrl(given), started: false, stop: async () => {} }
  say('Starting PostgreSQL')
  return startEmbedded(folder)
}

function readUrl(text: string): string {
  if (!URL.canParse(text) || !/^postgres(ql)?:/.test(text)) {
    throw new DatabaseRefused(
      'DATABASE_URL is not an address like postgres://user:password@host:5432/database.',
    )
  }
  return text
}

/** Sets the database's addresses in the environment, where the web server and the queue read them. */
export function setEnvironment({ logins }: Prepared): void {
  process.env['DATABASE_WEB_URL'] = logins.web
  process.env['DATABASE_QUEUE_URL'] = logins.queue
  process.env['DATABASE_OWNER_URL'] = logins.owner
}

/** Sets the secret that signs and derives. Without a given one, it is stored beside the data. */
export function ensureSecret(folder: string): void {
  if (process.env['APP_SECRET']) return
  const file = join(folder, 'secret')
  mkdirSync(folder, { recursive: true })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  process.env['APP_SECRET'] = readFileSync(file, 'utf8').trim()
}

const SOURCES = [
  'app',
  'tenants',
  'db/schema',
  'public',
  'vite.config.ts',
  'remix.config.js',
  'package-lock.json',
]

/** Builds the site when a source changed since the last build. */
export function buildIfChanged(say: (step: string) => void): void {
  const stamp = 'build/.sources'
  const now = hashOf(SOURCES)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  say('Building the site')
  const built = spawnSync(
    process.execPath,
    ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'error'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  if (built.status !== 0)
    throw new Error(`The site could not be built.\n${built.stdout}${built.stderr}`)
  writeFileSync(stamp, now)
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) {
    const files = path.includes('.')
      ? [path]
      : readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .toSorted()
    for (const file of files) hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex')
}
