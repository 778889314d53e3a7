import { owner, ownerUrl } from '#db/testing/database.ts'
import { spawn } from 'node:child_process'
import { afterAll, expect, test } from 'vitest'
import postgres from 'postgres'
import { environment } from '#app/config.ts'
import { TEST_SECRET } from '#db/testing/secret.ts'

const name = `test_new_${process.pid}`
afterAll(() => owner.unsafe(`drop database if exists ${name} with (force)`))

const PROGRAM = `
  import { bootstrap } from '#db/bootstrap.server.ts'
  import { migrate } from '#db/migrate.server.ts'
  const [url, secret] = process.argv.slice(-2)
  console.log((await migrate(await bootstrap(url, secret))).length)`

/** Prepares a database in a process of its own, and returns how many migrations that ran, or what it wrote of a fault. */
function prepare(url: string): Promise<string> {
  const words = ['--import', 'tsx', '--input-type=module', '-e', PROGRAM, url, TEST_SECRET]
  const child = spawn(process.execPath, words, { env: environment() })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part))
  return new Promise((ended) => child.once('close', () => ended(said.trim())))
}

test('three processes that start together on a new database migrate it once', async () => {
  await owner.unsafe(`create database ${name}`)
  const url = new URL(ownerUrl)
  url.pathname = `/${name}`
  const ran = await Promise.all(Array.from({ length: 3 }, () => prepare(url.href)))
  const fresh = postgres(url.href, { max: 1 })
  const [{ count } = { count: 0 }] = await fresh`select count(*)::int from schema_migrations`
  await fresh.end()
  expect(count).toBeGreaterThan(10)
  expect(ran.toSorted()).toEqual(['0', '0', String(count)])
}, 60_000)
