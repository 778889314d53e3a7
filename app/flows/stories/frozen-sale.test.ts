import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { postJournal } from '#app/domains/books/post-journal.server.ts'
import { earnersOf, setEarners } from '#app/domains/orders/earners.server.ts'
import { orderById } from '#app/domains/orders/find-order.server.ts'
import { settleOrder } from '#app/flows/orders/settle-order.server.ts'
import { createPaidJob, monday, stopProcessors, wednesday } from '#app/flows/testing/co-op.ts'
import type { ItemId, MemberId, OrderId } from '#app/kernel/ids.ts'
import { readEntries, readOpenBooks } from '#app/reads/books/open-books.server.ts'
import { runChecks } from '#db/run-checks.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { sql } from 'drizzle-orm'

afterAll(stopProcessors)

/** A paid job of Amina, and its item. */
async function createJob() {
  const { tenant, member, order } = await createPaidJob()
  await order.record()
  const item = await inTenant(tenant.id, async (db) => (await orderById(db, order.id))?.items[0])
  if (!item) throw new Error('lost')
  return { tenant, member, order: order.id, item: item.id }
}

function settle(tenant: Tenant, id: OrderId) {
  return inTenant(tenant.id, async (db) => {
    const order = await orderById(db, id, true)
    if (order) await settleOrder(db, order, wednesday)
  })
}

/** Writes as the co-op's own role, and returns why the database refused it. */
async function refusalOf(tenant: Tenant, write: (db: TenantDb) => Promise<unknown>) {
  return inTenant(tenant.id, write).then(
    () => 'written',
    (thrown: unknown) => String((thrown as Error).cause ?? thrown),
  )
}

test('a settled item stays settled, with its earners and its lines', async () => {
  const { tenant, member, order, item } = await createJob()
  await settle(tenant, order)
  const where = sql`where tenant_id = ${tenant.id} and item_id = ${item}`
  const writes = {
    paid: sql`update order_items set state = 'paid' where tenant_id = ${tenant.id} and id = ${item}`,
    when: sql`update order_items set settled_at = now() where tenant_id = ${tenant.id} and id = ${item}`,
    weight: sql`update order_earners set weight = 0 ${where}`,
    until: sql`update order_earners set until = now() ${where}`,
    claim: sql`insert into order_earners (tenant_id, item_id, member_id, weight, since)
      values (${tenant.id}, ${item}, ${member}, 1, now())`,
    line: sql`insert into order_lines (tenant_id, item_id, phase, position, kind, key, label, quantity, amount_minor)
      values (${tenant.id}, ${item}, 'final', 7, 'tip', 'tip', 'tip', 1, 5)`,
  }
  const refusals: Record<string, string> = {}
  for (const [name, write] of Object.entries(writes))
    refusals[name] = await refusalOf(tenant, (db) => db.execute(write))
  expect(refusals).toEqual({
    paid: expect.stringContaining('an item that is settled does not become paid'),
    when: expect.stringContaining('what was sold does not change'),
    weight: expect.stringContaining('who earned by an item does not change'),
    until: expect.stringContaining('who earned by an item does not change'),
    claim: expect.stringContaining('who earned by an item does not change'),
    line: expect.stringContaining('what an item was made of does not change'),
  })
})

test('a paid item does not go back to placed, and has no more quoted lines', async () => {
  const { tenant, item } = await createJob()
  const back = sql`update order_items set state = 'placed' where tenant_id = ${tenant.id} and id = ${item}`
  expect(await refusalOf(tenant, (db) => db.execute(back))).toContain('does not become placed')
  const line = sql`insert into order_lines (tenant_id, item_id, phase, position, kind, key, label, quantity, amount_minor)
    values (${tenant.id}, ${item}, 'quoted', 7, 'tip', 'tip', 'tip', 1, 5)`
  expect(await refusalOf(tenant, (db) => db.execute(line))).toContain('does not change')
})

/** Reads the claims on an item, the oldest first. */
async function claimsOf(item: ItemId) {
  const rows = await owner<{ since: Date; until: Date | null; weight: string }[]>`
    select since, until, weight::text as weight from order_earners where item_id = ${item} order by since`
  return rows.map(({ since, until, weight }) => ({
    since: since.toISOString(),
    until: until?.toISOString() ?? null,
    weight,
  }))
}

test('who leaves an item and returns has two claims, with the time between', async () => {
  const { tenant, member, item } = await createJob()
  const set = (weight: bigint | null, hours: number) =>
    inTenant(tenant.id, (db) => {
      const earners = weight === null ? [] : [{ member: member as MemberId, weight }]
      return setEarners(db, item, earners, monday.add({ hours }))
    })
  await set(null, 1)
  await set(null, 2)
  await set(3n, 3)
  await set(4n, 4)
  const at = (hours: number) => new Date(monday.add({ hours }).epochMilliseconds).toISOString()
  expect(await claimsOf(item)).toEqual([
    { since: at(0), until: at(1), weight: '1' },
    { since: at(3), until: null, weight: '4' },
  ])
  await set(null, 5)
  await set(5n, 5)
  await set(null, 5)
  await set(6n, 5)
  expect((await claimsOf(item)).at(-1)).toEqual({ since: at(5), until: null, weight: '6' })
  expect(await inTenant(tenant.id, (db) => earnersOf(db, item))).toEqual([{ member, weight: 6n }])
})

test('a journal of no order is posted, shown and exported, and one of an order still names its item', async () => {
  const { tenant, member, order } = await createJob()
  const lines = [
    { account: 'co-op', minor: 5n },
    { account: 'clearing', minor: -5n },
  ] as const
  const journal = { kind: 'refunded', currency: 'GBP', at: wednesday, lines } as const
  const posted = await inTenant(tenant.id, (db) =>
    postJournal(db, { ...journal, occasion: 'paid-out:1' }),
  )
  expect(posted).toMatchObject({ ok: true })
  const query = { kind: null, month: null, page: 1 }
  const until = monday.add({ hours: 240 })
  const { journals } = await readOpenBooks(tenant, query, { member, until })
  expect(journals[0]).toMatchObject({ kind: 'refunded', title: null, code: null, minor: 5n })
  expect((await readEntries(tenant, query, member)).slice(0, 2)).toMatchObject([
    { title: null, code: null },
    { title: null, code: null },
  ])
  const nameless = { ...journal, occasion: 'refunded:1', order }
  expect(await refusalOf(tenant, (db) => postJournal(db, nameless))).toContain(
    'ledger_journals_name_their_item',
  )
  const found = await runChecks(owner)
  expect(found.filter(({ faults, failure }) => faults.length > 0 || failure)).toEqual([])
})
