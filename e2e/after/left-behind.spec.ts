import { expect, test } from '@playwright/test'
import { runChecks } from '#db/run-checks.server.ts'
import { hideCanaries, writeHidden } from '../people/canaries.ts'
import { signEverybodyIn } from '../people/sessions.ts'
import { asOwner, enterWorld, WORKERS } from '../worlds/world.ts'

/** Every world in which stories were told, one after the other: what they have left there. */
const worlds = Array.from({ length: WORKERS }, (_, world) => world)

test.describe.configure({ mode: 'serial' })

/** What the columns hold that take no words. Anything else must be able to carry one. */
const LISTS =
  /\.(state|phase|act|kind|reason|locale|currency|payments|rail|office|cancelled_by|direction|method|country|colour|colour_2)$/

for (const world of worlds) {
  test(`stories were told in world ${world}`, async () => {
    const [told] = await asOwner(
      (sql) => sql`select count(*)::int as sessions from sessions`,
      world,
    )
    expect(told?.['sessions']).toBeGreaterThan(3)
  })

  test(`the books and the votes of all co-ops are right after all that was done in world ${world}`, async () => {
    const checks = await asOwner((sql) => runChecks(sql), world)
    expect(checks.length).toBeGreaterThan(10)
    expect(checks.filter(({ faults, rowsHidden }) => faults.length > 0 || rowsHidden)).toEqual([])
  })

  test(`nothing in the books of world ${world} is dated later than today`, async () => {
    const [books] = await asOwner(
      (sql) => sql`select count(*)::int as journals,
        count(*) filter (where at > now())::int as ahead from ledger_journals`,
      world,
    )
    expect(books?.['journals']).toBeGreaterThan(100)
    expect(books?.['ahead']).toBe(0)
  })
}

test('a word is hidden in every column that can hold one, in one world at least', async ({
  playwright,
}) => {
  const somewhere = new Set<string>()
  const bare = new Set<string>()
  const request = await playwright.request.newContext()
  for (const world of worlds) {
    enterWorld(world)
    const sessions = await signEverybodyIn(request)
    const found = await asOwner(async (sql) => {
      const [row] = await sql<{ id: string }[]>`select id from tenants where slug = 'azahar'`
      const tenant = row?.id ?? ''
      return { tenant, ...(await hideCanaries(sql, tenant)) }
    }, world)
    writeHidden(world, { ...found, sessions })
    expect(found.hidden.length, `world ${world}`).toBeGreaterThan(80)
    expect(found.lists.filter((column) => !LISTS.test(column))).toEqual([])
    for (const { column } of found.hidden) somewhere.add(column)
    // A list refuses a word only where it has a row.
    for (const column of found.lists) somewhere.add(column)
    for (const column of found.bare) bare.add(column)
  }
  await request.dispose()
  expect(somewhere.size).toBeGreaterThan(100)
  expect([...bare].filter((column) => !somewhere.has(column))).toEqual([])
})
