import '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { readHours } from '#app/reads/jobs/hours-page.server.ts'
import { recordException } from './save-hours.server.ts'
import {
  createPaidOrder,
  createOpenCoOp,
  monday,
  stopProcessors,
} from '#app/flows/testing/co-op.ts'

afterAll(stopProcessors)

async function aWorker() {
  const { tenant, members } = await createOpenCoOp('Amina')
  const [member] = members
  if (!member) throw new Error('nobody')
  const note = (kind: 'off' | 'extra', fromMinute: number, untilMinute: number) =>
    recordException(tenant.id, {
      member,
      by: { id: member },
      date: '2026-12-02',
      kind,
      fromMinute,
      untilMinute,
      note: '',
    })
  const read = async () => (await readHours(tenant, member, monday))?.exceptions ?? []
  return { tenant, note, read }
}

test('nobody is off and works more in the same hours of one date, whichever was said first', async () => {
  const { note, read } = await aWorker()
  expect((await note('off', 0, 1440)).ok).toBe(true)
  expect(await note('extra', 0, 1440)).toEqual({ ok: false, refusal: 'date-is-off' })
  expect(await note('extra', 600, 660)).toEqual({ ok: false, refusal: 'date-is-off' })
  expect(await read()).toHaveLength(1)

  const other = await aWorker()
  await other.note('extra', 1080, 1200)
  expect(await other.note('off', 0, 1440)).toEqual({ ok: false, refusal: 'date-is-extra' })
  expect((await other.note('off', 540, 1080)).ok).toBe(true)
  expect(await other.read()).toHaveLength(2)
})

test('a day off names the visits that are booked in its hours, and no others', async () => {
  const { tenant, note, read } = await aWorker()
  const order = await createPaidOrder(tenant)
  await order.record()
  await note('off', 540, 660)
  await note('off', 1080, 1200)
  const [morning, evening] = await read()
  expect(morning?.booked).toMatchObject([{ order: order.id, title: 'Regular clean' }])
  expect(evening?.booked).toEqual([])
})
