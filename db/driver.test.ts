import { owner } from './testing/database.ts'
import { readFileSync } from 'node:fs'
import postgres from 'postgres'
import { afterEach, expect, test } from 'vitest'
import { needed } from '#app/config.ts'

/**
 * The version of the driver whose private parts are known: `onexecute` and a connection's `onclose`, by which
 * db/transaction.server.ts hears that a connection broke. For another version, read where its src/connection.js and
 * src/index.js call the two, see whether the tests below still hold, and name that version here.
 */
const KNOWN = '3.4.9'

type Connection = { onclose: ((fault: Error) => void) | null }

const pools: postgres.Sql[] = []
afterEach(async () => {
  await Promise.all(pools.splice(0).map((sql) => sql.end({ timeout: 1 })))
})

function aPool(max = 2): postgres.Sql {
  const sql = postgres(needed('DATABASE_WEB_URL'), { max, onnotice: () => {} })
  pools.push(sql)
  return sql
}

/** Begins a transaction as db/transaction.server.ts does, and records what the driver says meanwhile. */
async function begun(sql: postgres.Sql) {
  const line = await sql.reserve()
  const executed: Connection[] = []
  const closed: Error[] = []
  const onexecute = (own: Connection) => {
    executed.push(own)
    own.onclose = (fault) => closed.push(fault)
    return true
  }
  const [first] = await Promise.all([
    line.unsafe('begin read write', [], { onexecute } as object).execute(),
    line.unsafe('select 1').execute(),
  ])
  const [backend] = await line.unsafe('select pg_backend_pid() as pid')
  return { line, executed, closed, first, pid: Number(backend?.['pid']) }
}

const inTransaction = async (pid: number) =>
  (await owner`select state from pg_stat_activity where pid = ${pid}`)[0]?.['state']

const until = async (what: () => boolean) => {
  for (let waits = 0; waits < 100 && !what(); waits += 1)
    await new Promise((done) => setTimeout(done, 20))
}

test('the driver is the version whose private parts are known', () => {
  const { version } = JSON.parse(readFileSync('node_modules/postgres/package.json', 'utf8')) as {
    version: string
  }
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>
  }
  const advice = 'postgres changed: read the comment above KNOWN in db/driver.test.ts'
  expect(version, advice).toBe(KNOWN)
  expect(dependencies['postgres'], 'its version is pinned exactly').toBe(KNOWN)
})

test('onexecute is called once, with the connection that the transaction runs on', async () => {
  const { line, executed, closed, pid } = await begun(aPool())
  expect(executed).toHaveLength(1)
  expect(await inTransaction(pid)).toBe('idle in transaction')
  const [same] = await line.unsafe('select pg_backend_pid() as pid')
  expect(same?.['pid']).toBe(pid)
  await line.unsafe('commit')
  expect(closed).toEqual([])
  line.release()
})

test('a connection that breaks says so once, by onclose, and to nobody afterwards', async () => {
  const { executed, closed, pid } = await begun(aPool())
  await owner`select pg_terminate_backend(${pid})`
  await until(() => closed.length > 0)
  expect(closed).toHaveLength(1)
  expect(closed[0]).toMatchObject({ code: 'CONNECTION_CLOSED' })
  await until(() => executed[0]?.onclose === null)
  expect(executed[0]?.onclose).toBeNull()
})

test('a connection that is given back is heard no more, and serves the next transaction', async () => {
  const sql = aPool(1)
  const first = await begun(sql)
  await first.line.unsafe('commit')
  for (const connection of first.executed) connection.onclose = null
  first.line.release()
  const second = await begun(sql)
  expect(second.pid).toBe(first.pid)
  await owner`select pg_terminate_backend(${second.pid})`
  await until(() => second.closed.length > 0)
  expect([first.closed.length, second.closed.length]).toEqual([0, 1])
})

test('after a broken connection the pool makes another', async () => {
  const sql = aPool(1)
  const { closed, pid } = await begun(sql)
  await owner`select pg_terminate_backend(${pid})`
  await until(() => closed.length > 0)
  const after = await begun(sql)
  expect(after.pid).not.toBe(pid)
  await after.line.unsafe('rollback')
  after.line.release()
})
