import '../check-settings.ts'
import { type ChildProcess, spawn } from 'node:child_process'
import { request } from 'node:http'
import { cpus } from 'node:os'
import autocannon from 'autocannon'
import { configure, environment } from '#app/config.ts'
import { closePool } from '#db/client.server.ts'
import { isFree } from '#db/embedded.server.ts'
import { DEMO_PASSWORD } from '#db/seeds/people.ts'
import { buildIfChanged, ensureSecret, prepareDatabase } from '../prepare.ts'
import { checkouts, type Rate } from './checkout.ts'
import { table, type Row } from './table.ts'

const ROUNDS = 3
const SECONDS = 2
/**
 * The seconds before measuring. Until then the engine still compiles, and people meet a server that has run for a
 * while.
 */
const WARM_SECONDS = 8
const HOST = 'brightwater.localhost'
const data = '.data-bench'
const json = process.argv.includes('--json')
const say = (step: string) => process.stderr.write(`· ${step}\n`)
const children: ChildProcess[] = []

configure({ DATA_DIR: data, RATE_LIMIT_SCALE: '1000000' })
ensureSecret(data)
const prepared = await prepareDatabase(data, say)
const [port, floorPort, sandboxPort] = [
  await freeFrom(3700),
  await freeFrom(3720),
  await freeFrom(3740),
]
configure({ PORT: String(port), STRIPE_SANDBOX_PORT: String(sandboxPort) })
try {
  await startChild('app/gateways/stripe/sandbox/main.ts')
  const { seedIfEmpty } = await import('#db/seeds/seed.ts')
  await seedIfEmpty(say)
  buildIfChanged(say)
  await startChild('app/cli/serve.ts', { WORKERS: 'no', LOG_LEVEL: 'error' })
  const token = await signIn()
  await startChild('app/cli/bench/floor.ts', {}, [String(floorPort), HOST, token])
  const cookie = `__Host-session=${token}`
  const rows = [
    await pages('Storefront, anonymous', '/', { aim: 1.5 }),
    await pages('Listings, anonymous', '/listings', { aim: 1.5 }),
    await pages('A listing, anonymous', '/listings/regular-clean', { aim: 1.5 }),
    await pages('Storefront, unchanged (304)', '/', { aim: 1.5, unchanged: true }),
    await pages('Storefront, signed in', '/', { aim: 5, cookie }),
    await pages('A listing, signed in', '/listings/regular-clean', { aim: 5, cookie }),
    await pages('Office, signed in', '/office', { aim: 5, cookie }),
    await orders(),
  ]
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'CPU'}, Node ${process.version}`
  process.stdout.write(
    json ? `${JSON.stringify({ machine, rounds: ROUNDS, rows }, null, 2)}\n` : table(machine, rows),
  )
} catch (fault) {
  process.stderr.write(`The bench could not run: ${String(fault)}\n`)
} finally {
  for (const child of children.toReversed()) child.kill('SIGTERM')
  await closePool()
  await prepared.embedded?.stop()
}
process.exit(0)

type BenchTarget = { readonly aim: number; readonly cookie?: string; readonly unchanged?: boolean }

/** Measures one page on the app and on the floor in turns, so that a slow moment of the machine affects both. */
async function pages(
  name: string,
  path: string,
  { aim, cookie, unchanged }: BenchTarget,
): Promise<Row> {
  say(name)
  const headers: Record<string, string> = {
    host: `${HOST}:${port}`,
    'accept-encoding': 'br',
    ...(cookie ? { cookie } : {}),
  }
  const seen = await ask(port, path, headers)
  if (seen.status !== 200) throw new Error(`${path} answers ${seen.status}.`)
  if (unchanged) headers['if-none-match'] = seen.etag
  const [app, floor]: [Rate[], Rate[]] = [[], []]
  await load(port, path, headers, WARM_SECONDS)
  await load(floorPort, path, headers, WARM_SECONDS)
  for (let round = 0; round < ROUNDS; round += 1) {
    app.push(await load(port, path, headers))
    floor.push(await load(floorPort, path, headers))
  }
  return rowOf({ name, aim, by: 'cpu' }, app, floor)
}

async function orders(): Promise<Row> {
  say('Checkout')
  const { statements, app: byFlow, floor: bySql, stop } = await checkouts()
  const [app, floor]: [Rate[], Rate[]] = [[], []]
  const warm = performance.now() + 2 * WARM_SECONDS * 1000
  while (performance.now() < warm) {
    await byFlow()
    await bySql()
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    app.push(await byFlow())
    floor.push(await bySql())
  }
  await stop()
  return rowOf({ name: `Checkout (${statements} statements)`, aim: 3, by: 'time' }, app, floor)
}

function rowOf(
  { name, aim, by }: Pick<Row, 'name' | 'aim' | 'by'>,
  app: readonly Rate[],
  floor: readonly Rate[],
): Row {
  const [ours, least] = [median(app), median(floor)]
  const ratio = by === 'cpu' ? ours.cpuMs / least.cpuMs : least.perSecond / ours.perSecond
  return { name, aim, by, app: ours, floor: least, ratio }
}

function median(rates: readonly Rate[]): Rate {
  const middle = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
  return {
    perSecond: middle(rates.map(({ perSecond }) => perSecond)),
    cpuMs: middle(rates.map(({ cpuMs }) => cpuMs)),
  }
}

async function load(
  at: number,
  path: string,
  headers: Record<string, string>,
  duration = SECONDS,
): Promise<Rate> {
  const before = await cpuSeconds(at)
  const result = await autocannon({
    url: `http://127.0.0.1:${at}${path}`,
    connections: 8,
    duration,
    headers,
  })
  const answered = result['2xx'] + result['3xx']
  if (result.non2xx - result['3xx'] > 0 || answered === 0)
    throw new Error(`${path} on ${at} failed under load.`)
  const cpuMs = ((await cpuSeconds(at)) - before) * 1000
  return { perSecond: answered / result.duration, cpuMs: cpuMs / answered }
}

async function cpuSeconds(at: number): Promise<number> {
  const { body } = await ask(at, '/metrics', {})
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(body)?.[1])
}

async function signIn(): Promise<string> {
  const form = new URLSearchParams({ email: 'rosa@brightwater.example', password: DEMO_PASSWORD })
  const { cookie, status } = await ask(
    port,
    '/sign-in',
    {
      host: `${HOST}:${port}`,
      origin: `http://${HOST}:${port}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    form.toString(),
  )
  const token = /__Host-session=([^;]+)/.exec(cookie)?.[1]
  if (!token) throw new Error(`Rosa could not sign in (${status}).`)
  return token
}

type Answer = { status: number; body: string; etag: string; cookie: string }

function ask(at: number, path: string, headers: Record<string, string>, body?: string) {
  return new Promise<Answer>((done, failed) => {
    const method = body === undefined ? 'GET' : 'POST'
    const sent = request({ host: '127.0.0.1', port: at, path, method, headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.on('end', () =>
        done({
          status: answer.statusCode ?? 0,
          body: text,
          etag: answer.headers.etag ?? '',
          cookie: (answer.headers['set-cookie'] ?? []).join('\n'),
        }),
      )
    })
    sent.once('error', failed)
    sent.end(body)
  })
}

function startChild(
  file: string,
  env: Record<string, string> = {},
  words: readonly string[] = [],
): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...words], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: environment({ NODE_ENV: 'production', ...env }),
  })
  children.push(child)
  return new Promise((ready, failed) => {
    child.once('message', () => ready())
    child.once('exit', (code) => failed(new Error(`${file} ended (${code ?? 'killed'}).`)))
  })
}

async function freeFrom(first: number): Promise<number> {
  for (let candidate = first; ; candidate += 1) if (await isFree(candidate)) return candidate
}
