import '#db/testing/database.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { activeMembers } from '#app/domains/members/members.server.ts'
import { bookingsOf } from '#app/domains/orders/bookings.server.ts'
import { orderById } from '#app/domains/orders/find-order.server.ts'
import type { OrderId } from '#app/kernel/ids.ts'
import { readCalendar } from '#app/reads/jobs/hours-page.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { handJobBack } from './hand-job-back.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import {
  createOpenCoOp,
  createPaidOrder,
  monday,
  stopProcessors,
} from '#app/flows/testing/co-op.ts'

afterAll(stopProcessors)

/** Reads the bookings of the first item of an order. */
async function readBookings(db: TenantDb, order: OrderId) {
  const [item] = (await orderById(db, order))?.items ?? []
  return item ? bookingsOf(db, item.id) : []
}

/** Creates a paid order. Returns it with the first member of its team. */
async function createJob(tenant: Tenant) {
  const { id, record } = await createPaidOrder(tenant)
  await record()
  const [booking] = await inTenant(tenant.id, (db) => readBookings(db, id))
  if (!booking) throw new Error('nobody comes')
  return { order: id, member: { id: booking.memberId, name: 'x' }, start: booking.during.from }
}

describe('a job handed back', () => {
  test('goes to a member who is free, and two jobs handed back at once never go to one member', async () => {
    const { tenant } = await createOpenCoOp('Amina', 'Rosa', 'Grace')
    const jobs = [await createJob(tenant), await createJob(tenant)]
    const team = jobs.map(({ member }) => member.id)
    expect(team[0]).not.toBe(team[1])
    const answers = await Promise.all(
      jobs.map(({ order, member }) => handJobBack(tenant, { order, member, at: monday })),
    )
    const workers = await inTenant(tenant.id, async (db) =>
      Promise.all(jobs.map(async ({ order }) => (await readBookings(db, order))[0]?.memberId)),
    )
    for (const [index, answer] of answers.entries())
      expect(workers[index]).toBe(answer.ok ? answer.value : team[index])
    expect(answers.some(({ ok }) => ok)).toBe(true)
    expect(new Set(workers).size).toBe(2)
  })

  test('stays with its worker when no other member is free', async () => {
    const { tenant } = await createOpenCoOp('Amina')
    const { order, member } = await createJob(tenant)
    expect(await handJobBack(tenant, { order, member, at: monday })).toMatchObject({
      refusal: 'nobody-free',
    })
  })

  test('stays with its worker in the last day before it starts', async () => {
    const { tenant } = await createOpenCoOp('Amina', 'Rosa')
    const { order, member, start } = await createJob(tenant)
    const at = start.subtract({ hours: 5 })
    expect(await handJobBack(tenant, { order, member, at })).toMatchObject({
      refusal: 'too-late-to-hand-back',
    })
  })
})

test('a calendar shows the member’s visits, and is not found under another co-op’s address', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const other = await createOpenCoOp('Maya')
  await createJob(tenant)
  const [amina] = await inTenant(tenant.id, activeMembers)
  if (!amina) throw new Error('nobody')
  expect((await readCalendar(tenant, amina.feedToken, monday))?.jobs).toHaveLength(1)
  expect(await readCalendar(other.tenant, amina.feedToken, monday)).toBeUndefined()
})
