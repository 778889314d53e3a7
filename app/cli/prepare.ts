import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { configure, environment, needed, settings, SettingsRefused } from '#app/config.ts'
import { bootstrap, type Logins } from '#db/bootstrap.server.ts'
import { type Embedded, makeDataFolder, startEmbedded } from '#db/embedded.server.ts'
import { migrate } from '#db/migrate.server.ts'

/** A database with every migration run: the addresses of its logins, and the embedded server if there is one. */
export type Prepared = { readonly logins: Logins; readonly embedded: Embedded | null }

/** Prepares the database in DATABASE_URL, or an embedded one in `folder`, and adds its addresses to the settings. */
export async function prepareDatabase(
  folder: string,
  say: (step: string) => void,
): Promise<Prepared> {
  const outside = settings().DATABASE_URL
  if (!outside) say('Starting PostgreSQL')
  const embedded = outside ? null : await startEmbedded(folder)
  const logins = await bootstrap(outside ?? embedded?.url ?? '', needed('APP_SECRET'))
  const ran = await migrate(logins)
  if (ran.length > 0) say(`Migrated: ${ran.join(', ')}`)
  configure({ DATABASE_WEB_URL: logins.web, DATABASE_QUEUE_URL: logins.queue })
  return { logins, embedded }
}

/**
 * Makes the secret that signs and derives when none is set, and saves it beside the data.
 * @throws Error for a database of one's own without the secret: a new one would change its logins' passwords.
 */
export function ensureSecret(folder: string): void {
  if (settings().APP_SECRET) return
  if (settings().DATABASE_URL && !existsSync(join(folder, 'secret')))
    throw new SettingsRefused([
      'APP_SECRET is not set: DATABASE_URL needs it, because the passwords of the database follow from it.',
    ])
  const file = join(folder, 'secret')
  makeDataFolder(folder)
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  configure({ APP_SECRET: readFileSync(file, 'utf8').trim() })
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
      env: environment({ NODE_ENV: 'production' }),
    },
  )
  if (built.status !== 0)
    throw new Error(`The site could not be built.\n${built.stdout}${built.stderr}`)
  writeFileSync(stamp, now)
}

/** Returns one hash of everything in these files and folders. */
export function hashOf(paths: readonly string[]): string {
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
