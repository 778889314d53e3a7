import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { checkIn, checkOut } from '#app/flows/testing/visit-steps.ts'
import {
  createOpenCoOp,
  createPaidOrder,
  stopProcessors,
  wednesday,
} from '#app/flows/testing/co-op.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId, MemberId } from '#app/kernel/ids.ts'
import { runChecks } from '#db/run-checks.server.ts'
import { finishItem } from './finish-item.server.ts'

afterAll(stopProcessors)

/** Founds a co-op with a paid visit of a team of two. */
async function createTeamVisit() {
  const { tenant } = await createOpenCoOp('Amina', 'Rosa')
  await owner`update listings set fields = jsonb_set(fields, '{teamSize}', '2') where tenant_id = ${tenant.id}`
  const { id: order, record } = await createPaidOrder(tenant)
  await record()
  const bookings = await owner<{ member: MemberId; item: ItemId; until: Date }[]>`
    select member_id as member, item_id as item, upper(during) as until from bookings
    where tenant_id = ${tenant.id} and state = 'confirmed' order by member_id`
  const [first, second] = bookings
  if (!first || !second) throw new Error('A team of one.')
  const end = wednesday.add({
    milliseconds: first.until.getTime() - wednesday.epochMilliseconds,
  })
  const readVisit = async () => ({
    state: (await owner`select state from order_items where id = ${first.item}`)[0]?.['state'],
    settled: (
      await owner`select from ledger_journals where tenant_id = ${tenant.id} and kind = 'settled'`
    ).length,
    paid: (
      await owner`select member_id as member from order_earners
        where item_id = ${first.item} and until is null and weight > 0 order by member_id`
    ).map(({ member }) => member),
    promised: (
      await owner`select run_at as at from graphile_worker._private_jobs where key = ${`finish:${first.item}`}`
    ).map(({ at }) => at.getTime()),
  })
  return {
    end,
    readVisit,
    members: [first.member, second.member] as const,
    arrive: (member: MemberId, at: Instant) => checkIn(tenant.id, { order, member, at }),
    leave: (member: MemberId, at: Instant) => checkOut(tenant.id, { order, member, at }),
    finish: (at: Instant) => finishItem(tenant.id, { order, item: first.item, at }),
  }
}

test('one of a team who leaves before the other has come takes nothing of the other’s part', async () => {
  const { end, members, readVisit, arrive, leave, finish } = await createTeamVisit()
  const [amina, rosa] = members
  expect((await arrive(amina, wednesday.subtract({ minutes: 30 }))).ok).toBe(true)
  expect(await leave(amina, wednesday)).toEqual({ ok: true, value: { done: false } })
  expect(await readVisit()).toMatchObject({
    state: 'paid',
    settled: 0,
    promised: [end.add({ minutes: 1 }).epochMilliseconds],
  })
  expect((await arrive(rosa, wednesday.add({ minutes: 1 }))).ok).toBe(true)
  await finish(end.add({ minutes: 1 }))
  expect(await readVisit()).toMatchObject({ state: 'paid', settled: 0 })
  expect(await leave(rosa, end.add({ minutes: 5 }))).toEqual({ ok: true, value: { done: true } })
  await finish(end.add({ minutes: 10 }))
  expect(await readVisit()).toMatchObject({ state: 'settled', settled: 1, paid: members })
  expect((await runChecks(owner)).filter(({ faults }) => faults.length > 0)).toEqual([])
})

test('who has not come by the end counts as missing, and a task that is late, early or repeated settles once', async () => {
  const { end, members, readVisit, arrive, leave, finish } = await createTeamVisit()
  const [amina] = members
  await finish(end.add({ minutes: 1 }))
  expect((await readVisit()).state).toBe('paid')
  await arrive(amina, wednesday)
  await leave(amina, end.subtract({ minutes: 10 }))
  await finish(end.subtract({ minutes: 1 }))
  expect(await readVisit()).toMatchObject({ state: 'paid', settled: 0 })
  const late = end.add({ hours: 3 })
  await Promise.all([finish(late), finish(late)])
  await finish(late)
  expect(await readVisit()).toMatchObject({ state: 'settled', settled: 1, paid: [amina] })
})

test('whoever checks out after the end settles the visit, though the other never came', async () => {
  const { end, members, readVisit, arrive, leave } = await createTeamVisit()
  await arrive(members[0], wednesday)
  expect(await leave(members[0], end)).toEqual({ ok: true, value: { done: true } })
  expect(await readVisit()).toMatchObject({ state: 'settled', paid: [members[0]], promised: [] })
})
