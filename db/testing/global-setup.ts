import postgres from 'postgres'
import { bootstrap } from '#db/bootstrap.server.ts'
import { startEmbedded } from '#db/embedded.server.ts'
import { migrate } from '#db/migrate.server.ts'

/** Starts, once per run, a server for the tests and makes one migrated database, which each test file copies. */
export default async function setup() {
  const given = process.env['DATABASE_URL']
  const server = given
    ? { url: given, stop: async () => {} }
    : await startEmbedded('.data-test-unit')
  const sql = postgres(server.url, { max: 1, onnotice: () => {} })
  for (const {
    datname,
  } of await sql`select datname from pg_database where datname like 'test\_%'`) {
    await sql.unsafe(`drop database if exists "${String(datname)}" with (force)`)
  }
  await sql.unsafe('create database test_template')
  await sql.end()
  const url = new URL(server.url)
  url.pathname = '/test_template'
  await migrate(await bootstrap(url.href, 'tests'))
  process.env['TEST_SERVER_URL'] = server.url
  return () => server.stop()
}
