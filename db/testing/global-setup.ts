import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { settings } from '#app/config.ts'
import { bootstrap } from '#db/bootstrap.server.ts'
import { startEmbedded } from '#db/embedded.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { TEST_SECRET } from '#db/testing/secret.ts'

declare module 'vitest' {
  // The values that this file gives to each test file.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface ProvidedContext {
    readonly testServer: string
  }
}

/** Starts, once per run, a server for the tests and makes one migrated database, which each test file copies. */
export default async function setup(project: TestProject) {
  const given = settings().DATABASE_URL
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
  await migrate(await bootstrap(url.href, TEST_SECRET))
  project.provide('testServer', server.url)
  return () => server.stop()
}
