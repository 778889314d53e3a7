import { owner } from './testing/database.ts'
import { readFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { configure, needed } from '#app/config.ts'
import { isUnavailable } from '#app/kernel/unavailable.ts'
import { closePool } from './client.server.ts'
import { openLine } from './line.server.ts'
import { keepListening } from './listen.server.ts'
import { inTransaction, type Transaction } from './transaction.server.ts'

/**
 * The driver's version whose private parts are known: its option `onnotify`, and that `onclose` is called for each
 * connection that breaks, after its queries were rejected. For another version, check that the tests below still hold,
 * and name that version here.
 */
const KNOWN = '3.4.9'

const web = needed('DATABASE_WEB_URL')
afterEach(async () => {
  await closePool()
  configure({ DATABASE_WEB_URL: web, DATABASE_POOL: '20' })
})

const write = { readOnly: false }
const pidOf = async (tx: Transaction) => {
  const [row] = await tx.unsafe('select pg_backend_pid() as pid')
  return Number(row?.['pid'])
}
/** Ends connections of the web's login to this file's database. */
const endAll = () => owner`select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and usename = 'twiza_web'`
const works = () => inTransaction(write, async (tx) => (await tx.unsafe('select 1 as one'))[0])
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

async function faultOf(work: Promise<unknown>) {
  const began = performance.now()
  const fault = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  )
  return { unavailable: isUnavailable(fault), seconds: (performance.now() - began) / 1000 }
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

test('a transaction whose connection is ended fails at once, and the next one has another', async () => {
  configure({ DATABASE_POOL: '1' })
  let first = 0
  const broken = inTransaction(write, async (tx) => {
    first = await pidOf(tx)
    await owner`select pg_terminate_backend(${first})`
    await tx.unsafe('select pg_sleep(30)')
  })
  const { unavailable, seconds } = await faultOf(broken)
  expect(unavailable).toBe(true)
  expect(seconds).toBeLessThan(15)
  expect(await inTransaction(write, pidOf)).not.toBe(first)
})

test('a transaction that waits for something else is told when its connection is ended', async () => {
  const broken = inTransaction(write, async (tx) => {
    await owner`select pg_terminate_backend(${await pidOf(tx)})`
    await new Promise(() => {})
  })
  expect((await faultOf(broken)).seconds).toBeLessThan(15)
})

test('an idle connection that is ended is not used again', async () => {
  configure({ DATABASE_POOL: '1' })
  const first = await inTransaction(write, pidOf)
  await owner`select pg_terminate_backend(${first})`
  await wait(100)
  expect(await inTransaction(write, pidOf)).not.toBe(first)
})

test('of many that wait while connections are ended again and again, none waits for ever', async () => {
  configure({ DATABASE_POOL: '3' })
  const began = performance.now()
  const all = Array.from({ length: 120 }, () =>
    inTransaction(write, (tx) => tx.unsafe('select pg_sleep(0.02)')),
  )
  const settled = Promise.allSettled(all)
  for (let round = 0; round < 8; round += 1) {
    await wait(80)
    await endAll()
  }
  const outcomes = await settled
  expect(performance.now() - began).toBeLessThan(30_000)
  expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(isUnavailable(outcome.reason)).toBe(true)
  // The pool is whole: three at once, and no more.
  const pids = await Promise.all(
    Array.from({ length: 9 }, () =>
      inTransaction(write, async (tx) => {
        await tx.unsafe('select pg_sleep(0.1)')
        return pidOf(tx)
      }),
    ),
  )
  expect(new Set(pids).size).toBe(3)
})

test('a transaction waits five seconds for a connection, not longer', async () => {
  configure({ DATABASE_POOL: '1' })
  let finish = () => {}
  const holding = inTransaction(write, () => new Promise<void>((done) => (finish = done)))
  await wait(50)
  const { unavailable, seconds } = await faultOf(works())
  expect(unavailable).toBe(true)
  expect(seconds).toBeGreaterThan(4.5)
  expect(seconds).toBeLessThan(15)
  finish()
  await holding
  expect(await works()).toEqual({ one: 1 })
})

test('a database that is not there is said to be unavailable at once', async () => {
  const url = new URL(web)
  url.port = '9'
  configure({ DATABASE_WEB_URL: url.href })
  const { unavailable, seconds } = await faultOf(works())
  expect(unavailable).toBe(true)
  expect(seconds).toBeLessThan(15)
})

/** A way to the database that can be made silent: it takes connections, and passes nothing on. */
async function startWay() {
  const { hostname, port } = new URL(web)
  let silent = false
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const database = connect(Number(port), hostname)
    const join = (from: Socket, to: Socket) => {
      sockets.add(from)
      from.on('data', (chunk) => silent || to.write(chunk))
      from.on('close', () => to.destroy()).on('error', () => to.destroy())
    }
    join(client, database)
    join(database, client)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const url = new URL(web)
  url.port = String(typeof address === 'object' ? address?.port : 0)
  configure({ DATABASE_WEB_URL: url.href })
  return {
    silence: (on: boolean) => (silent = on),
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

test('a database that falls silent is given up after about five seconds, and used again when it answers', async () => {
  const way = await startWay()
  expect(await works()).toEqual({ one: 1 })
  way.silence(true)
  const [known, made] = await Promise.all([faultOf(works()), faultOf(works())])
  for (const { unavailable, seconds } of [known, made]) {
    expect(unavailable).toBe(true)
    expect(seconds).toBeLessThan(20)
  }
  way.silence(false)
  expect(await works()).toEqual({ one: 1 })
  await closePool()
  way.close()
})

test('a statement that takes long is not given up while the database answers others', async () => {
  const slow = await inTransaction(write, (tx) => tx.unsafe(`select pg_sleep(4)::text as slept`))
  expect(slow).toHaveLength(1)
})

test('a statement ends after twenty seconds, and a long transaction’s after ten minutes', async () => {
  const limit = async (tx: Transaction) =>
    (await tx.unsafe('show statement_timeout'))[0]?.['statement_timeout']
  expect(await inTransaction(write, limit)).toBe('20s')
  expect(await inTransaction({ long: true }, limit)).toBe('10min')
  expect(await inTransaction(write, limit)).toBe('20s')
})

test('listening begins again when its connection is ended', async () => {
  const heard: string[] = []
  let began = 0
  const stop = await keepListening('content', {
    heard: (payload) => heard.push(payload),
    began: () => (began += 1),
  })
  await owner`select pg_notify('content', 'one')`
  await expect.poll(() => heard).toEqual(['one'])
  await endAll()
  await expect.poll(() => began, { timeout: 5000 }).toBe(2)
  await owner`select pg_notify('content', 'two')`
  await expect.poll(() => heard).toEqual(['one', 'two'])
  await stop()
})

test('a line that is ended sends nothing more', async () => {
  const line = await openLine({ lost: () => {} })
  await line.end()
  expect(() => line.send('select 1')).toThrow('was ended')
})
