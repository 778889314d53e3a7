import '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { acceptJob } from '#app/flows/do-job.server.ts'
import { aPaidJob, monday, stopProcessors, wednesday } from '#app/flows/testing/co-op.ts'
import { readJob } from './job-page.server.ts'

afterAll(stopProcessors)

test('a job’s page says from when one can check in, why it cannot be handed back any more, and why there is no number', async () => {
  const { tenant, member, order } = await aPaidJob()
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
  const opens = wednesday.subtract({ hours: 1 }).toString()

  expect(await at(30)).toEqual({
    next: null,
    opens,
    handBack: true,
    tooLate: false,
    noPhone: 'none',
  })
  expect(await at(8)).toMatchObject({ next: null, opens, handBack: false, tooLate: true })
  expect(await at(1)).toMatchObject({ next: 'check-in', opens: null, tooLate: true })
})
