import { owner, ownerUrl } from '#db/testing/database.ts'
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { connect, createServer } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { buildProgram } from '#app/cli/testing/build-program.ts'
import { environment, needed, settings } from '#app/config.ts'
import { runChecks } from '#db/run-checks.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { createOpenCoOp, getProcessor, stopProcessors } from '#app/flows/testing/co-op.ts'

afterAll(stopProcessors)

const program = await buildProgram('app/flows/testing/buy.ts')

/**
 * Starts a proxy between a program and the database. It counts the chunks that the program sends, and kills the program
 * at a given chunk, before or after passing it on.
 */
async function startKillingProxy(killAt: number, before: boolean) {
  const { hostname, port } = new URL(ownerUrl)
  let chunkCount = 0
  let target: ChildProcess | undefined
  const server = createServer((client) => {
    const database = connect(Number(port), hostname)
    client.on('data', (chunk) => {
      chunkCount += 1
      if (chunkCount === killAt && before) target?.kill('SIGKILL')
      else database.write(chunk)
      if (chunkCount === killAt && !before) setImmediate(() => target?.kill('SIGKILL'))
    })
    database.on('data', (chunk) => client.write(chunk))
    for (const [socket, other] of [
      [client, database],
      [database, client],
    ] as const)
      socket.on('close', () => other.destroy()).on('error', () => other.destroy())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  return {
    port: typeof address === 'object' ? address?.port : 0,
    watch: (child: ChildProcess) => (target = child),
    chunkCount: () => chunkCount,
    close: () => server.close(),
  }
}

type Checkout = { readonly tenant: Tenant; readonly key: string; readonly sandboxPort: number }

/** Runs the checkout as a process through the proxy. Returns how it ended and how many chunks it sent. */
async function runCheckout({ tenant, key, sandboxPort }: Checkout, kill = Infinity, before = true) {
  const proxy = await startKillingProxy(kill, before)
  const web = new URL(needed('DATABASE_WEB_URL'))
  web.port = String(proxy.port)
  const child = spawn(process.execPath, [program, tenant.id, key], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment({ DATABASE_WEB_URL: web.href, STRIPE_SANDBOX_PORT: String(sandboxPort) }),
  })
  proxy.watch(child)
  let errorOutput = ''
  child.stderr.on('data', (chunk: Buffer) => (errorOutput += chunk.toString()))
  const ended = await new Promise<string>((resolve) =>
    child.on('exit', (code, signal) => resolve(signal ?? (code === 0 ? 'done' : errorOutput))),
  )
  proxy.close()
  return { ended, chunkCount: proxy.chunkCount() }
}

const firstRow = async (query: ReturnType<typeof owner>) => (await query)[0]

/** Reads the states of the only checkout of a co-op. */
async function readCheckout({ id }: Tenant) {
  return firstRow(owner`select
    (select array_agg(state) from orders where tenant_id = ${id}) as orders,
    (select array_agg(state) from bookings where tenant_id = ${id} and state <> 'released') as team,
    (select array_agg(state) from payments where tenant_id = ${id}) as payments,
    (select array_agg(kind) from ledger_journals where tenant_id = ${id}) as journals,
    (select count(*)::int from mails where tenant_id = ${id} and template = 'order-paid') as letters,
    (select sum(minor)::int from ledger_entries where tenant_id = ${id}) as balance`)
}

const ONCE = {
  orders: ['paid'],
  team: ['confirmed'],
  payments: ['captured'],
  journals: ['captured'],
  letters: 1,
  balance: 0,
}

/** The test kills at every n-th chunk, because each checkout takes two processes. `KILL_EVERY=1` kills at every chunk. */
const EVERY = settings().KILL_EVERY

const createKey = () => randomBytes(12).toString('hex')

describe('a checkout whose process is killed', () => {
  test('is paid once, booked once and balanced after it is repeated, wherever it was killed', async () => {
    const { port: sandboxPort } = await getProcessor()
    const { tenant } = await createOpenCoOp('Amina')
    const complete = await runCheckout({ tenant, key: createKey(), sandboxPort })
    expect(complete).toMatchObject({ ended: 'done' })
    expect(complete.chunkCount).toBeGreaterThan(60)

    const points = Array.from({ length: complete.chunkCount }, (_, point) => point + 1).filter(
      (point) => point % EVERY === 0,
    )
    const killed: string[] = []
    for (const point of points) {
      const { tenant: killedTenant } = await createOpenCoOp('Amina')
      const checkout = { tenant: killedTenant, key: createKey(), sandboxPort }
      killed.push((await runCheckout(checkout, point, (point / EVERY) % 2 === 0)).ended)
      expect(await runCheckout(checkout), `after ${point}`).toMatchObject({ ended: 'done' })
      expect(await readCheckout(killedTenant), `killed at ${point}`).toEqual(ONCE)
    }
    expect(killed.filter((ended) => ended === 'SIGKILL').length).toBeGreaterThan(points.length - 3)
    const faults = (await runChecks(owner)).filter(({ faults: found }) => found.length > 0)
    expect(faults).toEqual([])
  }, 900_000)
})
