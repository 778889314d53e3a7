import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { acceptJob, checkIn, checkOut } from '#app/flows/testing/visit-steps.ts'
import {
  createOpenCoOp,
  createPaidJob,
  createPaidOrder,
  monday,
  stopProcessors,
  wednesday,
} from '#app/flows/testing/co-op.ts'
import { type MemberId, newId } from '#app/kernel/ids.ts'
import { readJob } from './job-page.server.ts'

afterAll(stopProcessors)

const UNKNOWN_MEMBER = newId<MemberId>()

test('a job’s page shows when check-in opens, that it is too late to hand the job back, and why there is no number', async () => {
  const { tenant, member, order } = await createPaidJob()
  await order.record()
  await acceptJob(tenant.id, { order: order.id, member, at: monday })
  const at = async (hours: number) => {
    const job = await readJob(tenant, {
      order: order.id,
      member,
      at: wednesday.subtract({ hours }),
    })
    if (!job?.mine) throw new Error('lost')
    const { next, opens, handBack, tooLate } = job.mine
    return { next, opens, handBack, tooLate, noPhone: job.noPhone }
  }
  const opens = {
    step: 'check-in',
    opensAt: wednesday.subtract({ hours: 1 }).toString(),
    asks: false,
  }

  expect(await at(30)).toEqual({
    next: null,
    opens,
    handBack: true,
    tooLate: false,
    noPhone: 'none',
  })
  expect(await at(8)).toMatchObject({ next: null, opens, handBack: false, tooLate: true })
  expect(await at(1)).toMatchObject({
    next: { step: 'check-in' },
    opens: null,
    tooLate: true,
  })
})

test('nobody checks out before the visit begins, and the first to check out sees only their own share', async () => {
  const { tenant } = await createOpenCoOp('Amina', 'Rosa')
  await owner`update listings set fields = jsonb_set(fields, '{teamSize}', '2') where tenant_id = ${tenant.id}`
  const order = await createPaidOrder(tenant)
  await order.record()
  const { team } = (await readJob(tenant, { order: order.id, member: UNKNOWN_MEMBER, at: monday }))!
  const [first, second] = team.map(({ id }) => id)
  if (!first || !second) throw new Error('A team of one.')
  const early = wednesday.subtract({ minutes: 30 })
  const late = wednesday.add({ minutes: 90 })
  const act = (step: typeof checkIn | typeof checkOut, member: typeof first, at: typeof early) =>
    step(tenant.id, { order: order.id, member, at })
  for (const member of [first, second]) {
    await act(acceptJob, member, monday)
    expect((await act(checkIn, member, early)).ok).toBe(true)
  }
  expect(await act(checkOut, first, early)).toEqual({ ok: false, refusal: 'job-not-begun' })
  const readAt = async (at: typeof early) =>
    (await readJob(tenant, { order: order.id, member: first, at }))!
  expect((await readAt(early)).mine).toMatchObject({
    next: null,
    opens: { step: 'check-out', opensAt: wednesday.toString() },
  })

  expect((await act(checkOut, first, late)).ok).toBe(true)
  const afterFirst = await readAt(late)
  expect(afterFirst.mine?.share).toBe(afterFirst.shared.workers / 2n)
  expect(afterFirst.team.map(({ share }) => share).reduce((a, b) => a + b)).toBe(
    afterFirst.shared.workers,
  )
  expect((await act(checkOut, second, late.add({ minutes: 60 }))).ok).toBe(true)
  const afterBoth = await readAt(late)
  expect(afterBoth.mine!.share).toBeLessThan(afterBoth.shared.workers / 2n)
})
