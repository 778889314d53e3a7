import { randomUUID } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import postgres from 'postgres'
import { configure } from '#app/config.ts'
import { loginsOf } from '#db/bootstrap.server.ts'
import { closePool } from '#db/client.server.ts'
import { TEST_SECRET } from '#db/testing/secret.ts'

const server = inject('testServer')

/**
 * The database of this test file, copied from the migrated template. Import this module first. `owner` is not bound by
 * any policy.
 */
const name = `test_${randomUUID().replaceAll('-', '')}`
const admin = postgres(server, { max: 1, onnotice: () => {} })
await admin.unsafe(`create database ${name} template test_template strategy file_copy`)
const url = new URL(server)
url.pathname = `/${name}`
const logins = loginsOf(url.href, TEST_SECRET)
configure({
  DATABASE_WEB_URL: logins.web,
  DATABASE_QUEUE_URL: logins.queue,
  DATABASE_POOL: '20',
  // Some tests begin a thousand transactions at once.
  DATABASE_WAIT: '300',
  APP_SECRET: TEST_SECRET,
})

export const owner = postgres(url.href, { max: 3, onnotice: () => {} })
/** The owner's address of this file's database, for a program that runs on it. */
export const ownerUrl = url.href

afterAll(async () => {
  await closePool()
  await owner.end()
  await admin.unsafe(`drop database ${name} with (force)`)
  await admin.end()
})
