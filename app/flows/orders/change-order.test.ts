import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import type { Tenant } from '#tenants/directory.server.ts'
import { pagesOf } from '#app/offerings/registry.server.ts'
import { readDay } from '#app/kernel/dates.ts'
import { readOrderPage } from '#app/reads/orders/order-page.server.ts'
import {
  createOpenCoOp,
  createPaidOrder,
  monday,
  stopProcessors,
  wednesday,
} from '#app/flows/testing/co-op.ts'
import { changeOrder } from './change-order.server.ts'

afterAll(stopProcessors)

type ShownTimes = {
  readonly from: string
  readonly later: string | null
  readonly days: readonly {
    readonly date: string
    readonly slots: readonly { readonly start: string; readonly open: boolean }[]
  }[]
}

async function createBooking() {
  const { tenant } = await createOpenCoOp('Amina')
  const order = await createPaidOrder(tenant)
  await order.record()
  const readTimes = async (from: string | null) => {
    const page = await readOrderPage(tenant, order.token, monday)
    const [item] = page?.items ?? []
    const times = item && pagesOf(item.kind).times
    if (!times) throw new Error('no times')
    const end = wednesday.add({ minutes: 105 })
    const asked = { item: item.id, own: item.own, start: wednesday, end, from, at: monday }
    return (await times(tenant, asked)) as ShownTimes
  }
  return { tenant, order: order.id, readTimes }
}

const countLetters = async ({ id }: Tenant) =>
  (await owner`select 1 from mails where tenant_id = ${id}`).length

test('the time that a visit has is open to itself, and so are the times that overlap it', async () => {
  const { tenant, order, readTimes } = await createBooking()
  const half = wednesday.add({ minutes: 30 })
  const slots = (await readTimes(null)).days.flatMap((day) => day.slots)

  expect(slots.find(({ start }) => start === wednesday.toString())?.open).toBe(true)
  expect(slots.find(({ start }) => start === half.toString())?.open ?? true).toBe(true)
  expect(slots.every(({ open }) => open)).toBe(true)
  expect(await changeOrder(tenant, { order, start: half, at: monday })).toEqual({
    ok: true,
    value: null,
  })
})

test('who chooses the time that is booked already changes nothing, and nobody gets a letter', async () => {
  const { tenant, order } = await createBooking()
  const before = await countLetters(tenant)

  expect((await changeOrder(tenant, { order, start: wednesday, at: monday })).ok).toBe(true)
  expect(await countLetters(tenant)).toBe(before)
})

test('days that cannot be booked yet are not offered: the last page has no later one, and a far date leads to it', async () => {
  const { readTimes } = await createBooking()
  const last = await readTimes('2199-01-01')
  const next = readDay(last.from)?.subtract({ days: 2 }).toString() ?? null

  expect(last.later).toBeNull()
  expect(last.days).toHaveLength(5)
  expect(last.days[3]?.slots.some(({ open }) => open)).toBe(true)
  expect((await readTimes(next)).later).toBe(last.from)
  expect((await readTimes('2000-01-01')).from).toBe('2026-11-30')
})
