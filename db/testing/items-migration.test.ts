import { randomUUID } from 'node:crypto'
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { configure } from '#app/config.ts'
import { Temporal } from '#app/kernel/clock.ts'
import type { MemberId, OrderId, TenantId } from '#app/kernel/ids.ts'
import { readJob } from '#app/reads/jobs/job-page.server.ts'
import { readReceipt } from '#app/reads/orders/receipt.server.ts'
import { bootstrap, loginsOf } from '#db/bootstrap.server.ts'
import { closePool } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { runChecks } from '#db/run-checks.server.ts'
import { tenantById, type Tenant } from '#tenants/directory.server.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { TEST_SECRET } from '#db/testing/secret.ts'

const FOLDER = 'db/testing/before-items'
const server = inject('testServer')
const name = `test_${randomUUID().replaceAll('-', '')}`
const admin = postgres(server, { max: 1, onnotice: () => {} })
const url = Object.assign(new URL(server), { pathname: `/${name}` })
let owner: postgres.Sql

type Receipt = Readonly<Record<string, unknown>> & {
  readonly address: Readonly<Record<string, string>>
  readonly teamSize: number
}

type Figures = {
  readonly at: string
  readonly balances: readonly unknown[]
  readonly saved: readonly unknown[]
  readonly orders: readonly unknown[]
  readonly receipts: readonly { tenant: TenantId; token: string; receipt: Receipt }[]
  readonly jobs: readonly { tenant: TenantId; order: OrderId; member: MemberId; job: unknown }[]
}
let figures: Figures

/** The database as it was before: its ten migrations, and its rows, which are put in as they are. */
async function loadOld(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  for (const file of await readdir('db/migrations'))
    if (file < '0011') await copyFile(`db/migrations/${file}`, join(folder, file))
  const ran = await migrate(loginsOf(url.href, TEST_SECRET), folder)
  await rm(folder, { recursive: true })
  if (ran.length !== 10) throw new Error('Ten migrations made the old database.')
  const rows = gunzipSync(await readFile(`${FOLDER}/rows.tsv.gz`)).toString()
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    for (const line of rows.trim().split('\n')) {
      const [table = '', columns = '', json = ''] = line.split('\t')
      await tx.unsafe(`delete from ${table}`)
      const list = columns
        .split(' ')
        .map((column) => `"${column}"`)
        .join(', ')
      await tx.unsafe(
        `insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, $1::text::json)`,
        [json],
      )
    }
  })
}

beforeAll(async () => {
  await admin.unsafe(`create database ${name}`)
  await bootstrap(url.href, TEST_SECRET)
  owner = postgres(url.href, { max: 2, onnotice: () => {} })
  await loadOld()
  figures = JSON.parse(gunzipSync(await readFile(`${FOLDER}/figures.json.gz`)).toString())
  const logins = loginsOf(url.href, TEST_SECRET)
  configure({ DATABASE_WEB_URL: logins.web, APP_SECRET: TEST_SECRET })
  const ran = await migrate(logins)
  if (!ran.includes('0011_items.sql')) throw new Error('Items were not made.')
  await owner`analyze`
}, 120_000)

afterAll(async () => {
  await closePool()
  await owner.end()
  await admin.unsafe(`drop database ${name} with (force)`)
  await admin.end()
})

const tuples = (rows: readonly Record<string, unknown>[]) => rows.map((row) => Object.values(row))

test('a year of four co-ops has the balances it had, and every order its state and total', async () => {
  expect(figures.balances.length).toBeGreaterThan(30)
  expect(figures.orders.length).toBeGreaterThan(600)
  expect(
    tuples(
      await owner`select tenant_id, account_code, sum(minor)::text as minor from ledger_entries group by 1, 2 order by 1, 2`,
    ),
  ).toEqual(figures.balances)
  expect(
    tuples(
      await owner`select tenant_id, code, balance_minor::text as minor from ledger_accounts order by 1, 2`,
    ),
  ).toEqual(figures.saved)
  expect(
    tuples(
      await owner`select tenant_id, id, state, total_minor::text as minor from orders order by 1, 2`,
    ),
  ).toEqual(figures.orders)
})

/** As JSON had it: amounts as text. */
const plain = (value: unknown): Record<string, unknown> =>
  JSON.parse(JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part)))

/** What a receipt's read said of a visit as its own is now asked of its kind, which says it in its own way. */
function ofVisit({ address, teamSize: _team, end: _end, ...said }: Receipt) {
  const { notes: _notes, workMinutes: _work, changes: _changes, ...receipt } = said
  const { line1, line2, city, postcode } = address
  const where = [line1, line2, city, postcode].filter(Boolean).join(', ')
  const open = { most: receipt['total'], unused: '0', pending: '0' }
  return { ...receipt, ...open, where }
}

async function tenants(ids: readonly TenantId[]): Promise<ReadonlyMap<TenantId, Tenant>> {
  const found = new Map<TenantId, Tenant>()
  for (const id of new Set(ids)) {
    const tenant = await inFederation((db) => tenantById(db, id))
    if (tenant) found.set(id, tenant)
  }
  return found
}

test('every receipt reads as it read', async () => {
  const known = await tenants(figures.receipts.map(({ tenant }) => tenant))
  expect(figures.receipts.length).toBeGreaterThan(590)
  const now = await Promise.all(
    figures.receipts.map(async ({ tenant: id, token }) => {
      const tenant = known.get(id)
      return plain(tenant && (await readReceipt(tenant, token)))
    }),
  )
  for (const [index, { token, receipt }] of figures.receipts.entries())
    expect(inOrder(now[index]), token).toEqual(inOrder(ofVisit(receipt)))
}, 120_000)

/** Returns a receipt with its refunds by amount: before, refunds of one moment came in any order. */
function inOrder(receipt: unknown) {
  const { returned, ...others } = receipt as { readonly returned: readonly { minor: string }[] }
  return { ...others, returned: returned.toSorted((a, b) => Number(a.minor) - Number(b.minor)) }
}

type ReadJob = Record<string, unknown> & {
  readonly mine: Record<string, unknown> | null
  readonly team: readonly Record<string, unknown>[]
}

/** Returns a job in the shape in which it was read before: with one item, and steps that only visits have. */
function asBefore(read: unknown) {
  const { item: _, kind: __, own: ___, states: ____, mine, team, ...same } = read as ReadJob
  const { state, next, opens, ...others } = mine ?? {}
  return {
    ...same,
    mine: mine && {
      ...others,
      step: state,
      next: next ? (next as { step: string }).step : null,
      opens: opens ? (opens as { opensAt: string }).opensAt : null,
    },
    team: team.map(({ state: step, ...member }) => ({ ...member, step })),
  }
}

test('every job reads as it read', async () => {
  const known = await tenants(figures.jobs.map(({ tenant }) => tenant))
  const at = Temporal.Instant.from(figures.at)
  expect(figures.jobs.length).toBeGreaterThan(590)
  const now = await Promise.all(
    figures.jobs.map(async ({ tenant: id, order, member }) => {
      const tenant = known.get(id)
      return asBefore(plain(tenant && (await readJob(tenant, { order, member, at }))))
    }),
  )
  for (const [index, { order, job }] of figures.jobs.entries())
    expect(now[index], order).toEqual(job)
}, 120_000)

/** Reads the clock, and what is stored stands still. */
const OF_TODAY = 'nothing-outlives-its-sunset'

test('every check finds the migrated year in order, and has seen it', async () => {
  const found = (await runChecks(owner)).filter(({ check }) => check !== OF_TODAY)
  expect(found.filter(({ faults }) => faults.length > 0)).toEqual([])
  expect(found.filter(({ noRows, failure }) => noRows || failure)).toEqual([])
})

test('what was known of each visit is known of it still', async () => {
  const rows =
    await owner`select o.token, v.team_size as "teamSize", v.work_minutes as "workMinutes",
    v.notes, v.changes, v.address from orders o
    join order_items i on i.tenant_id = o.tenant_id and i.order_id = o.id
    join order_visits v on v.tenant_id = o.tenant_id and v.item_id = i.id`
  const visits = new Map(rows.map(({ token, ...visit }) => [String(token), { ...visit }]))
  for (const { token, receipt } of figures.receipts) {
    const { teamSize, workMinutes, notes, changes, address } = receipt
    expect(visits.get(token)).toEqual({ teamSize, workMinutes, notes, changes, address })
  }
})

test('what each item is told of follows from what was: who earns, what its journals, refunds and reviews are of', async () => {
  const [counts] = await owner`select
    (select count(*)::int from order_items i where not exists (
      select from order_visits v where v.tenant_id = i.tenant_id and v.item_id = i.id)) as without_visit,
    (select count(*)::int from order_items i where i.state in ('paid', 'settled') and not exists (
      select from order_earners e where e.tenant_id = i.tenant_id and e.item_id = i.id and e.until is null)) as without_earner,
    (select count(*)::int from refunds where item_id is null) as whole,
    (select count(*)::int from ledger_journals where kind = 'returned') as returned,
    (select count(*)::int from order_earners where weight > 1) as by_minutes,
    (select count(*)::int from order_earners where until is not null) as of_cancelled`
  expect(counts).toMatchObject({ without_visit: 0, without_earner: 0, whole: 4, returned: 4 })
  expect(counts?.['by_minutes']).toBeGreaterThan(400)
  expect(counts?.['of_cancelled']).toBeGreaterThan(10)
})
