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

async function createWorker() {
  const { tenant, members } = await createOpenCoOp('Amina')
  const [member] = members
  if (!member) throw new Error('nobody')
  const addException = (kind: 'off' | 'extra', fromMinute: number, untilMinute: number) =>
    recordException(tenant.id, {
      member,
      by: { id: member },
      date: '2026-12-02',
      kind,
      fromMinute,
      untilMinute,
      note: '',
    })
  const readExceptions = async () => (await readHours(tenant, member, monday))?.exceptions ?? []
  return { tenant, addException, readExceptions }
}

test('a member cannot be off and work more in the same hours of a date, in either order', async () => {
  const { addException, readExceptions } = await createWorker()
  expect((await addException('off', 0, 1440)).ok).toBe(true)
  expect(await addException('extra', 0, 1440)).toEqual({ ok: false, refusal: 'date-is-off' })
  expect(await addException('extra', 600, 660)).toEqual({ ok: false, refusal: 'date-is-off' })
  expect(await readExceptions()).toHaveLength(1)

  const other = await createWorker()
  await other.addException('extra', 1080, 1200)
  expect(await other.addException('off', 0, 1440)).toEqual({ ok: false, refusal: 'date-is-extra' })
  expect((await other.addException('off', 540, 1080)).ok).toBe(true)
  expect(await other.readExceptions()).toHaveLength(2)
})

test('a night of extra hours and time off of the next morning may not overlap, and the night is shown on both days', async () => {
  const { tenant, members } = await createOpenCoOp('Amina')
  const [member] = members
  if (!member) throw new Error('nobody')
  const whose = { member, by: { id: member }, note: '' }
  const night = {
    ...whose,
    date: '2026-12-01',
    kind: 'extra',
    fromMinute: 1320,
    untilMinute: 1560,
  } as const
  const morning = {
    ...whose,
    date: '2026-12-02',
    kind: 'off',
    fromMinute: 60,
    untilMinute: 180,
  } as const

  expect((await recordException(tenant.id, night)).ok).toBe(true)
  expect(await recordException(tenant.id, morning)).toEqual({ ok: false, refusal: 'date-is-extra' })
  const page = await readHours(tenant, member, monday)
  const hoursOn = (date: string) =>
    page?.days.find((day) => day.date === date)?.hours.map((span) => Object.values(span))
  expect(hoursOn('2026-12-01')).toEqual([
    [480, 1200],
    [1320, 1440],
  ])
  expect(hoursOn('2026-12-02')).toEqual([
    [0, 120],
    [480, 1200],
  ])
})

test('a day off lists the visits that are booked in its hours, and no others', async () => {
  const { tenant, addException, readExceptions } = await createWorker()
  const order = await createPaidOrder(tenant)
  await order.record()
  await addException('off', 540, 660)
  await addException('off', 1080, 1200)
  const [morning, evening] = await readExceptions()
  expect(morning?.booked).toMatchObject([{ order: order.id, title: 'Regular clean' }])
  expect(evening?.booked).toEqual([])
})

test('a steward records no hours for a member of another co-op', async () => {
  const { tenant, members } = await createOpenCoOp('Amina')
  const other = await createOpenCoOp('Rosa')
  const exception = { date: '2026-12-02', kind: 'off', fromMinute: 0, untilMinute: 1440 } as const
  const recorded = await recordException(tenant.id, {
    ...exception,
    member: other.members[0]!,
    by: { id: members[0]! },
    note: '',
  })
  expect(recorded).toEqual({ ok: false, refusal: 'not-found' })
})
