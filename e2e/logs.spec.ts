import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask, cookieOf } from './people/ask.ts'
import { asOwner, currentWorld, folderOf } from './worlds/world.ts'

const readLog = () => readFileSync(join(folderOf(currentWorld()), 'server.log'), 'utf8')

const TABLES = ['orders', 'members', 'people'] as const

/** Takes tables away while something is done, so that every request that needs one of them fails in the database. */
async function withoutTables(work: () => Promise<void>): Promise<void> {
  const rename = (suffix: readonly [string, string]) =>
    asOwner((sql) =>
      sql.begin(async (tx) => {
        for (const table of TABLES)
          await tx.unsafe(`alter table ${table}${suffix[0]} rename to ${table}${suffix[1]}`)
      }),
    )
  await rename(['', '_gone'])
  try {
    await work()
  } finally {
    await rename(['_gone', ''])
  }
}

test('what goes wrong in the database is logged by the address’s pattern, without a token, a name, an address or a password', async ({
  playwright,
}) => {
  const request = await playwright.request.newContext()
  const slug = 'brightwater'
  const rosa = await cookieOf(request, 'rosa@brightwater.example', slug)
  const found = await asOwner(
    (sql) => sql`select
      (select o.token from orders o join tenants t on t.id = o.tenant_id where t.slug = ${slug} limit 1) as token,
      (select m.feed_token from members m join tenants t on t.id = m.tenant_id where t.slug = ${slug} limit 1) as feed`,
  )
  const [token, feed] = [String(found[0]?.['token']), String(found[0]?.['feed'])]
  const typed = {
    name: 'Wilhelmina Featherstone',
    email: 'wilhelmina@featherstone.example',
    password: 'her very own sentence',
  }
  const before = readLog().length
  const statuses: number[] = []
  await withoutTables(async () => {
    for (const path of [
      `/orders/${token}`,
      `/ORDERS/${token}/receipt.pdf`,
      `/orders/${token}/change?from=2026-12-01&code=${token}`,
      `/calendar/${feed}.ics`,
      '/account',
    ])
      statuses.push((await ask(request, { slug, path, cookie: rosa })).status())
    for (const path of [`/sign-up?return=/join?code=${token}`, '/sign-in', '/reset'])
      statuses.push((await ask(request, { slug, path, method: 'POST', form: typed })).status())
  })
  await request.dispose()
  expect(statuses.filter((status) => status >= 500).length).toBeGreaterThanOrEqual(5)
  const log = readLog().slice(before)
  for (const kept of ['/orders/:token', '/calendar/:file', '"code":"42P01"', 'Failed query: '])
    expect(log).toContain(kept)
  const session = rosa.split('=')[1] ?? rosa
  for (const secret of [token, feed, session, ...Object.values(typed), 'Wilhelmina', 'rosa@'])
    expect(log).not.toContain(secret)
})
