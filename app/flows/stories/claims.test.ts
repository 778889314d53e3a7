import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { doStep } from '#app/flows/jobs/do-job.server.ts'
import { cancelOrder } from '#app/flows/orders/cancel-order.server.ts'
import { monday as at, stopProcessors, wednesday } from '#app/flows/testing/co-op.ts'
import {
  buildSeatRequest,
  buySeats,
  createWorkshop,
  expectSound,
  registerSeats,
} from '#app/flows/testing/workshop.ts'
import { done } from '#app/kernel/outcome.ts'
import { money } from '#app/kernel/money.ts'
import { acts } from '#app/offerings/testing/seat/acts.server.ts'
import { readJob } from '#app/reads/jobs/job-page.server.ts'
import { readOrderPage } from '#app/reads/orders/order-page.server.ts'
import { readReceipt } from '#app/reads/orders/receipt.server.ts'

afterAll(stopProcessors)

/** Seats that nobody teaches yet: whoever takes the workshop on earns by it, as a driver does who accepts a ride. */
registerSeats('open-seat', {
  confirm: async () => ({ earners: [], settles: false }),
  steps: ['take', 'held'],
  step: async (db, doing) =>
    doing.step === 'take'
      ? done({ settles: false, earners: [{ member: doing.member, weight: 1n }] })
      : acts.step(db, doing),
})

test('what is retained of an item that nobody has taken on is the co-op’s, and the receipt adds up', async () => {
  const { tenant } = await createWorkshop({ kind: 'open-seat', material: 0 })
  const { id, token } = await buySeats(tenant, buildSeatRequest(3, 'open-seat'))
  expect(await readOrderPage(tenant, token, at)).toMatchObject({ state: 'paid', team: [] })
  expect(await readReceipt(tenant, token)).toMatchObject({ workers: [] })

  const late = wednesday.subtract({ hours: 3 })
  expect(await cancelOrder(tenant, id, { by: 'customer', reason: '', at: late })).toMatchObject({
    ok: true,
    value: { returned: money(3000n, 'GBP') },
  })
  const shared = (await readReceipt(tenant, token))?.shared
  expect(shared?.workers).toBe(0n)
  const { coOp = 0n, federation = 0n, card = 0n } = shared ?? {}
  expect(coOp + federation + card).toBe(3000n)
  await expectSound()
})

test('a member takes an item on that is named, earns by it, and nobody else has a claim', async () => {
  const { tenant, rosa, amina } = await createWorkshop({ kind: 'open-seat', material: 0 })
  const { id } = await buySeats(tenant, buildSeatRequest(1, 'open-seat'))
  const [item] = await owner`select id from order_items where order_id = ${id}`
  const job = { order: id, member: rosa, step: 'take', at }
  expect(await doStep(tenant.id, job)).toMatchObject({ refusal: 'not-your-job' })
  expect(await doStep(tenant.id, { ...job, item: item?.['id'] as never })).toMatchObject({
    ok: true,
  })
  const share = async (member: typeof rosa) =>
    (await readJob(tenant, { order: id, member, at }))?.team.find(({ id: one }) => one === member)
      ?.share ?? 0n
  expect(await share(rosa)).toBeGreaterThan(0n)
  expect(await share(amina)).toBe(0n)
  const rows =
    await owner`select member_id, until from order_earners where item_id = ${item?.['id'] as string}`
  expect(rows.map((row) => ({ ...row }))).toEqual([{ member_id: rosa, until: null }])
})

test('an item of another order, or of another co-op, is nobody’s job', async () => {
  const here = await createWorkshop({ kind: 'open-seat', material: 0 })
  const there = await createWorkshop({ kind: 'open-seat', material: 0 })
  const [mine, theirs] = [
    await buySeats(here.tenant, buildSeatRequest(1, 'open-seat')),
    await buySeats(there.tenant, buildSeatRequest(1, 'open-seat')),
  ]
  const [other] = await owner`select id from order_items where order_id = ${theirs.id}`
  const step = { member: here.amina, item: other?.['id'] as never, step: 'take', at }
  for (const order of [mine.id, theirs.id])
    expect((await doStep(here.tenant.id, { ...step, order })).ok).toBe(false)
  expect(
    await owner`select 1 from order_earners where item_id = ${other?.['id'] as string}`,
  ).toEqual([])
})
