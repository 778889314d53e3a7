import '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { createPaidJob, monday, stopProcessors, wednesday } from '#app/flows/testing/co-op.ts'
import { checkIn, checkOut, acceptJob } from '#app/flows/testing/visit-steps.ts'
import { readOpenBooks } from './open-books.server.ts'

afterAll(stopProcessors)

test('amounts that belong to somebody are positive, and both sides of the books have one total', async () => {
  const { tenant, member, order } = await createPaidJob()
  const read = async () =>
    (
      await readOpenBooks(
        tenant,
        { kind: null, month: null, page: 1 },
        { member, until: monday.add({ hours: 240 }) },
      )
    ).balances
  const figures = (side: Awaited<ReturnType<typeof read>>['whose']) =>
    Object.fromEntries(side.lines.map(({ account, minor }) => [account, minor]))

  await order.record()
  const paid = await read()
  expect(figures(paid.whose)).toEqual({ held: 6800n })
  expect(Object.keys(figures(paid.there)).toSorted()).toEqual(['card-costs', 'clearing'])
  expect(paid.there.total).toBe(6800n)

  const job = { order: order.id, member, at: wednesday }
  for (const act of [acceptJob, checkIn, checkOut])
    expect((await act(tenant.id, job)).ok).toBe(true)
  const done = await read()
  expect(figures(done.whose)['me']).toBe(6460n)
  expect(done.whose.total).toBe(done.there.total)
  expect(done.there.lines.every(({ minor }) => minor > 0n)).toBe(true)
})
