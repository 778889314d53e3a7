import { readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import postgres from 'postgres'
import { afterAll, expect, test, vi } from 'vitest'
import { startEmbedded } from './embedded.server.ts'

const home = resolve(`.data-test-embedded-${process.pid}`)
afterAll(() => rmSync(home, { recursive: true, force: true }))

test('an embedded server that was killed runs again on its port, with its rows', async () => {
  const embedded = await startEmbedded(home)
  const sql = postgres(embedded.url, { max: 1, onnotice: () => {} })
  await sql`create table kept as select 1 as one`
  expect(await embedded.revive()).toBe(false)

  const [pid] = readFileSync(join(home, 'postgres/postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), 'SIGKILL')
  const revived = () => embedded.revive().catch(() => false)
  await vi.waitFor(async () => expect(await revived()).toBe(true), 20_000)
  await vi.waitFor(async () => expect(await sql`select one from kept`).toEqual([{ one: 1 }]), 5000)
  await sql.end()
  await embedded.stop()
}, 60_000)
