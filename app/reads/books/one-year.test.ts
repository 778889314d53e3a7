import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { orderById } from '#app/domains/orders/find-order.server.ts'
import { refreshFigures } from '#app/flows/books/refresh-figures.server.ts'
import { refundOrder } from '#app/flows/payments/refund-order.server.ts'
import { settleOrder } from '#app/flows/orders/settle-order.server.ts'
import {
  createPaidOrder,
  createOpenCoOp,
  createPerson,
  stopProcessors,
  wednesday,
} from '#app/flows/testing/co-op.ts'
import { Temporal } from '#app/kernel/clock.ts'
import { money } from '#app/kernel/money.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { readBooks } from './books-page.server.ts'
import { readConsole } from '#app/reads/federation/console-page.server.ts'
import { startOfYear } from '#app/rules/books/customers-paid.ts'
import { readOpenBooks } from './open-books.server.ts'

afterAll(stopProcessors)

const sum = (amounts: readonly bigint[]) => amounts.reduce((all, amount) => all + amount, 0n)

async function settledOrderOn(tenant: Tenant, { hours, day }: { hours: number; day: string }) {
  const order = await createPaidOrder(tenant, wednesday.add({ hours }))
  await order.record()
  await inTenant(tenant.id, async (db) => {
    const paid = await orderById(db, order.id, true)
    if (paid) await settleOrder(db, paid, Temporal.Instant.from(`${day}T10:00:00Z`))
  })
  return order.id
}

/** Reads the figures of the year before a moment from the console, the public books and the members' books. */
async function readAllFigures(
  tenant: Tenant,
  member: Parameters<typeof readOpenBooks>[2]['member'],
) {
  const at = Temporal.Instant.from('2026-12-03T12:00:00Z')
  await refreshFigures(tenant.id, at)
  const books = await readBooks(tenant, at)
  const { workers, coOp, federation, card } = books.shared
  const query = { kind: null, month: null, page: 1 }
  const membersBooks = await readOpenBooks(tenant, query, { member, until: at })
  const consoleQuery = { search: tenant.slug, state: null, sort: 'name' as const, down: false }
  const admin = (await createPerson('Nadia')).id
  const [row] = (await readConsole(consoleQuery, { admin, at })).coOps
  return {
    months: books.months.map(({ month }) => month),
    figures: {
      console: row?.sales,
      books: workers + coOp + federation + card,
      booksByMonth: sum(books.months.map(({ total }) => total)),
      own: sum(membersBooks.months.map(({ paid }) => paid)),
    },
  }
}

test('the console, the public books and the members’ books have one figure for one year, refunds included', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const refunded = await settledOrderOn(tenant, { hours: 0, day: '2026-12-02' })
  await settledOrderOn(tenant, { hours: 4, day: '2026-01-02' })
  // Within 365 days, and in a thirteenth month.
  await settledOrderOn(tenant, { hours: 24, day: '2025-12-20' })
  const amount = money(1234n, 'GBP')
  const refund = { amount, by: { id: members[0]! }, reason: 'x', at: wednesday }
  expect((await refundOrder(tenant, refunded, refund)).ok).toBe(true)
  const { months, figures } = await readAllFigures(tenant, members[0]!)
  const all = 2n * 6800n - 1234n
  expect(figures).toEqual({ console: all, books: all, booksByMonth: all, own: all })
  expect(months).toEqual(['2026-01', '2026-12'])
})

test('an order that is paid and not yet done does not count, and neither do its card costs', async () => {
  const { tenant } = await createOpenCoOp('Amina', 'Rosa')
  await settledOrderOn(tenant, { hours: 0, day: '2026-12-02' })
  const at = Temporal.Instant.from('2026-12-03T12:00:00Z')
  const before = await readBooks(tenant, at)
  expect(before.shared.card).toBe(129n)
  const waiting = await createPaidOrder(tenant, wednesday.add({ hours: 4 }))
  await waiting.record()
  expect(await readBooks(tenant, at)).toEqual(before)
  await refreshFigures(tenant.id, at)
  const [figures] = await owner`
    select card_12m_minor::text as card, co_op_12m_minor::text as co_op from tenant_figures where tenant_id = ${tenant.id}`
  expect(figures).toEqual({ card: '129', co_op: before.shared.coOp.toString() })
})

test('a year begins with a month, by the co-op’s own calendar', () => {
  const at = Temporal.Instant.from('2026-11-30T23:30:00Z')
  expect(startOfYear(at, 'Europe/London')).toBe('2025-12-01T00:00:00Z')
  expect(startOfYear(at, 'Africa/Cairo')).toBe('2025-12-31T22:00:00Z')
})

test('a refund promises the task that refreshes the federation’s figures', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const id = await settledOrderOn(tenant, { hours: 0, day: '2026-12-02' })
  await owner`delete from graphile_worker._private_jobs where key = ${`figures:${tenant.id}`}`
  const amount = money(100n, 'GBP')
  const refund = { amount, by: { id: members[0]! }, reason: 'x', at: wednesday }
  expect((await refundOrder(tenant, id, refund)).ok).toBe(true)
  expect(
    await owner`select from graphile_worker._private_jobs where key = ${`figures:${tenant.id}`}`,
  ).toHaveLength(1)
})
