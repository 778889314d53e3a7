import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { acceptJob, checkIn, checkOut } from '#app/flows/testing/visit-steps.ts'
import {
  createPaidOrder,
  createOpenCoOp,
  stopProcessors,
  wednesday,
} from '#app/flows/testing/co-op.ts'
import { writeReview } from './write-review.server.ts'

afterAll(stopProcessors)

test('a visit is reviewed once, when it is done; a later review with other words is refused', async () => {
  const { tenant, members } = await createOpenCoOp('Amina')
  const [member] = members
  if (!member) throw new Error('nobody')
  const { id: order, record } = await createPaidOrder(tenant)
  await record()
  const review = { order, stars: 5, body: 'Very clean.', at: wednesday }
  expect(await writeReview(tenant.id, review)).toEqual({ ok: false, refusal: 'not-done-yet' })

  for (const act of [acceptJob, checkIn, checkOut])
    await act(tenant.id, { order, member, at: wednesday })
  const answers = await Promise.all(Array.from({ length: 5 }, () => writeReview(tenant.id, review)))
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect(await writeReview(tenant.id, { ...review, stars: 1 })).toEqual({
    ok: false,
    refusal: 'reviewed-already',
  })

  const letters =
    await owner`select 1 from mails where tenant_id = ${tenant.id} and template = 'review-received'`
  expect(letters).toHaveLength(1)
})
