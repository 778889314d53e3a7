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

/** Between a program and the database: it counts what the program says, and kills it at one of its sentences. */
async function aWatchedDatabase(at: number, before: boolean) {
  const { hostname, port } = new URL(ownerUrl)
  let said = 0
  let victim: ChildProcess | undefined
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    near.on('data', (chunk) => {
      said += 1
      if (said === at && before) victim?.kill('SIGKILL')
      else far.write(chunk)
      if (said === at && !before) setImmediate(() => victim?.kill('SIGKILL'))
    })
    far.on('data', (chunk) => near.write(chunk))
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const)
      one.on('close', () => other.destroy()).on('error', () => other.destroy())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  return {
    port: typeof address === 'object' ? address?.port : 0,
    watch: (child: ChildProcess) => (victim = child),
    said: () => said,
    close: () => server.close(),
  }
}

type Buying = { readonly tenant: Tenant; readonly key: string; readonly twin: number }

/** Runs the checkout as a process of its own, over a database that may kill it. Says how it ended, and how much it said. */
async function buy({ tenant, key, twin }: Buying, kill = Infinity, before = true) {
  const database = await aWatchedDatabase(kill, before)
  const web = new URL(needed('DATABASE_WEB_URL'))
  web.port = String(database.port)
  const child = spawn(process.execPath, [program, tenant.id, key], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment({ DATABASE_WEB_URL: web.href, STRIPE_SANDBOX_PORT: String(twin) }),
  })
  database.watch(child)
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const ended = await new Promise<string>((done) =>
    child.on('exit', (code, signal) => done(signal ?? (code === 0 ? 'done' : complaint))),
  )
  database.close()
  return { ended, said: database.said() }
}

const one = async (query: ReturnType<typeof owner>) => (await query)[0]

/** What there is of one co-op's only checkout. */
async function whatThereIs({ id }: Tenant) {
  return one(owner`select
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

/** Of the points there are, every how-manieth is tried: each checkout takes two processes. `KILL_EVERY=1` tries them all. */
const EVERY = settings().KILL_EVERY

const aKey = () => randomBytes(12).toString('hex')

describe('a checkout whose process is killed', () => {
  test('is paid once, booked once and balanced after it is done again, wherever it was killed', async () => {
    const { port: twin } = await getProcessor()
    const { tenant } = await createOpenCoOp('Amina')
    const whole = await buy({ tenant, key: aKey(), twin })
    expect(whole).toMatchObject({ ended: 'done' })
    expect(whole.said).toBeGreaterThan(60)

    const points = Array.from({ length: whole.said }, (_, point) => point + 1).filter(
      (point) => point % EVERY === 0,
    )
    const killed: string[] = []
    for (const point of points) {
      const { tenant: own } = await createOpenCoOp('Amina')
      const buying = { tenant: own, key: aKey(), twin }
      killed.push((await buy(buying, point, (point / EVERY) % 2 === 0)).ended)
      expect(await buy(buying), `after ${point}`).toMatchObject({ ended: 'done' })
      expect(await whatThereIs(own), `killed at ${point}`).toEqual(ONCE)
    }
    expect(killed.filter((ended) => ended === 'SIGKILL').length).toBeGreaterThan(points.length - 3)
    const faults = (await runChecks(owner)).filter(({ faults: found }) => found.length > 0)
    expect(faults).toEqual([])
  }, 900_000)
})
