import '../check-settings.ts'
import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { configure } from '#app/config.ts'
import { createOpenCoOp } from '#app/flows/testing/co-op.ts'
import { Temporal, systemClock } from '#app/kernel/clock.ts'
import { closePool } from '#db/client.server.ts'
import { isFree, stopEmbedded } from '#db/embedded.server.ts'
import { ensureSecret, prepareDatabase } from '../prepare.ts'
import { buy, type Tally } from './customer.ts'
import { endConnection, killDatabase } from './harm.ts'
import { startServer } from './server.ts'
import { faultsOf, untilDrained } from './verify.ts'

/** `npm run chaos -- --checkouts 500 --terminations 50 --kills 5` */
const asked = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const CHECKOUTS = asked('checkouts', 500)
const TERMINATIONS = asked('terminations', 50)
const KILLS = asked('kills', 5)
const MEMBERS = ['Amina', 'Rosa', 'Bea', 'Carla', 'Dina', 'Eva', 'Fatma', 'Gita', 'Hana', 'Ines']
/** So many customers buy at the same time. */
const AT_ONCE = 8
/** The queue must be empty, and everything recorded, so many seconds after the last customer. */
const DRAIN_SECONDS = 120
const folder = `.data-chaos-${process.pid}`
const say = (step: string) => process.stderr.write(`· ${step}\n`)

const tally: Tally = {
  accepted: 0,
  told: 0,
  unavailable: 0,
  faults: 0,
  slowest: 0,
  tokens: [],
  lost: [],
}
let code = 1
try {
  code = await run()
} finally {
  await stopEmbedded(folder)
  rmSync(folder, { recursive: true, force: true })
}
process.exit(code)

async function run(): Promise<number> {
  const port = await freePair(3800)
  configure({
    DATA_DIR: folder,
    PORT: String(port),
    STRIPE_SANDBOX_PORT: String(port + 1),
    RATE_LIMIT_SCALE: '1000000',
    LOG_LEVEL: 'error',
  })
  ensureSecret(folder)
  const { logins } = await prepareDatabase(folder, say)
  say('Founding the co-ops')
  const slugs: string[] = []
  while (slugs.length < 2) slugs.push((await createOpenCoOp(...MEMBERS)).tenant.slug)
  await closePool()
  say('Starting the server')
  const server = await startServer()
  try {
    say(`${CHECKOUTS} checkouts, ${TERMINATIONS} ended connections, ${KILLS} kills of PostgreSQL`)
    const began = performance.now()
    const buying = sellAll(slugs)
    const harmed = await harm(logins.owner)
    await buying
    const seconds = (performance.now() - began) / 1000
    say('Waiting until the queue is empty')
    const drained = await untilDrained(logins.owner, tally.tokens, DRAIN_SECONDS)
    const faults = await faultsOf(logins.owner)
    return tell({ seconds, harmed, drained, faults, written: await server.stop() })
  } finally {
    await server.stop()
  }
}

/** Lets customers buy, a few at the same time. Every fifth closes the browser after paying. */
async function sellAll(slugs: readonly string[]): Promise<void> {
  const first = systemClock().toZonedDateTimeISO('UTC').startOfDay().add({ days: 4 })
  const perDay = 3 * MEMBERS.length
  const visits = Array.from({ length: CHECKOUTS }, (_, index) => {
    const nth = Math.floor(index / slugs.length)
    const day = Math.floor(nth / perDay)
    const hour = 9 + 4 * (nth % 3)
    const start = first.add({ days: day }).with({ hour }).toInstant()
    return {
      host: `${slugs[index % slugs.length]}.localhost`,
      slot: Temporal.Instant.from(start).toString(),
      returns: index % 5 !== 4,
    }
  })
  const customers = Array.from({ length: AT_ONCE }, async () => {
    for (let visit = visits.shift(); visit; visit = visits.shift()) await buy(visit, tally)
  })
  await Promise.all(customers)
}

/** Ends connections and kills PostgreSQL, spread over the checkouts. */
async function harm(owner: string): Promise<{ ended: number; killed: number }> {
  const acts = TERMINATIONS + KILLS
  const harmed = { ended: 0, killed: 0 }
  for (let act = 1; act <= acts; act += 1) {
    while (progress() < (act / (acts + 1)) * CHECKOUTS) await wait(20)
    const kills = Math.floor((act * KILLS) / acts)
    if (kills > harmed.killed) {
      await killDatabase(folder, owner)
      harmed.killed += 1
    } else if (await endConnection(owner)) harmed.ended += 1
  }
  return harmed
}

function progress(): number {
  return tally.accepted + tally.lost.length
}

type Result = {
  readonly seconds: number
  readonly harmed: { readonly ended: number; readonly killed: number }
  readonly drained: Awaited<ReturnType<typeof untilDrained>>
  readonly faults: readonly string[]
  readonly written: string
}

/** Prints the counts, and returns the exit code. */
function tell({ seconds, harmed, drained, faults, written }: Result): number {
  const { found } = drained
  const restarts = written.match(/It is started again/g)?.length ?? 0
  const rows: readonly (readonly [string, string | number, boolean])[] = [
    ['Checkouts', `${CHECKOUTS} in ${seconds.toFixed(0)} s`, true],
    ['Connections ended', harmed.ended, harmed.ended === TERMINATIONS],
    ['PostgreSQL killed', harmed.killed, harmed.killed === KILLS],
    ['Cards accepted', tally.accepted, tally.accepted === CHECKOUTS],
    ['Customers told so', tally.told, true],
    ['Recorded once', found.recorded, found.recorded === tally.accepted],
    ['Recorded twice', found.doubled, found.doubled === 0],
    ['Letters that say so', found.letters, found.letters === tally.accepted],
    ['Given up', tally.lost.length, tally.lost.length === 0],
    ['Answers of 503', tally.unavailable, true],
    ['Other faults, answered by trying again', tally.faults, true],
    ['Slowest answer', `${tally.slowest.toFixed(1)} s`, tally.slowest < 20],
    ['Queue empty after', `${drained.seconds.toFixed(0)} s`, drained.seconds <= DRAIN_SECONDS],
    ['Jobs left', found.due, found.due === 0],
    ['Ready at the end', drained.ready ? 'yes' : 'no', drained.ready],
    ['Programs that had to be started again', restarts, restarts === 0],
    ['Faults found by the checks', faults.length, faults.length === 0],
  ]
  for (const [name, value, sound] of rows)
    process.stdout.write(
      `${name.padEnd(40)}${String(value).padStart(14)}  ${sound ? '' : 'WRONG'}\n`,
    )
  for (const line of [...tally.lost, ...faults]) process.stdout.write(`  ${line}\n`)
  return rows.every(([, , sound]) => sound) ? 0 : 1
}

async function freePair(first: number): Promise<number> {
  for (let port = first; ; port += 2)
    if ((await isFree(port)) && (await isFree(port + 1))) return port
}
