import { randomUUID } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import postgres from 'postgres'
import { configure } from '#app/config.ts'
import { loginsOf } from '#db/bootstrap.server.ts'
import { closePool } from '#db/client.server.ts'

const server = inject('testServer')

/** A database of this test file's own, copied from the migrated one; import this first. `owner` sees past every policy. */
const name = `test_${randomUUID().replaceAll('-', '')}`
const admin = postgres(server, { max: 1, onnotice: () => {} })
await admin.unsafe(`create database ${name} template test_template strategy file_copy`)
const url = new URL(server)
url.pathname = `/${name}`
const logins = loginsOf(url.href, 'tests')
configure({
  DATABASE_WEB_URL: logins.web,
  DATABASE_QUEUE_URL: logins.queue,
  DATABASE_POOL: '20',
  APP_SECRET: 'tests',
})

export const owner = postgres(url.href, { max: 3, onnotice: () => {} })
/** Where this file's database is for its owner: for a program that is started on it. */
export const ownerUrl = url.href

afterAll(async () => {
  await closePool()
  await owner.end()
  await admin.unsafe(`drop database ${name} with (force)`)
  await admin.end()
})
