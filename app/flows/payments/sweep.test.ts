import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import {
  buildOrderRequest,
  createOpenCoOp,
  createPaidOrder,
  getProcessor,
  monday,
  paymentUrls,
  stopProcessors,
  wednesday,
} from '#app/flows/testing/co-op.ts'
import { placeOrder } from '#app/flows/orders/place-order.server.ts'
import type { Processor } from '#app/gateways/processor.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { startPayment } from './start-payment.server.ts'
import { sweep } from './sweep.server.ts'

afterAll(stopProcessors)

const after = (minutes: number) => monday.add({ minutes })
const stateOf = async (order: string) =>
  (await owner`select state from orders where id = ${order}`)[0]?.['state'] as string

test('what was paid and not recorded is recorded by the sweep, once, without an event', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const { id, processor } = await createPaidOrder(tenant)
  await sweep(processor, after(0))
  expect(await stateOf(id), 'its event may still arrive').toBe('placed')
  await sweep(processor, after(2))
  await sweep(processor, after(3))
  expect(await stateOf(id)).toBe('paid')
  const journals = await owner`select kind from ledger_journals where tenant_id = ${tenant.id}`
  expect(journals.map(({ kind }) => kind)).toEqual(['captured'])
})

test('one co-op whose processor fails does not keep others waiting', async () => {
  const { processor } = await getProcessor()
  const [first, second] = [await createOpenCoOp('Amina'), await createOpenCoOp('Rosa')]
  const broken = await createPaidOrder(first.tenant)
  const sound = await createPaidOrder(second.tenant)
  const failing: Processor = {
    ...processor,
    findPayment: (asked) =>
      asked.session === broken.session
        ? Promise.reject(new Error('away'))
        : processor.findPayment(asked),
  }
  await expect(sweep(failing, after(2))).rejects.toThrow('1 of')
  expect([await stateOf(broken.id), await stateOf(sound.id)]).toEqual(['placed', 'paid'])
  await sweep(processor, after(5))
  expect(await stateOf(broken.id)).toBe('paid')
})

test('a page that nobody has paid yet is asked for less and less often', async () => {
  const { processor } = await getProcessor()
  const { tenant } = await createOpenCoOp('Amina')
  const placed = await placeOrder(tenant, buildOrderRequest(wednesday))
  if (!placed.ok) throw new Error(placed.refusal)
  await startPayment(processor, tenant, { order: placed.value.id, ...paymentUrls, at: monday })
  const asked: number[] = []
  for (let minute = 0; minute < 18; minute += 1) {
    const counting: Processor = {
      ...processor,
      findPayment: (request) => {
        asked.push(minute)
        return processor.findPayment(request)
      },
    }
    await sweep(counting, after(minute))
  }
  expect(asked).toEqual([1, 2, 4, 8, 16])
})

test('a hold that expired and whose job was lost is released', async () => {
  const { processor } = await getProcessor()
  const { tenant } = await createOpenCoOp('Amina')
  const placed = await placeOrder(tenant, buildOrderRequest(wednesday))
  if (!placed.ok) throw new Error(placed.refusal)
  await owner`delete from graphile_worker._private_jobs`
  await sweep(processor, after(20))
  expect(await stateOf(placed.value.id)).toBe('placed')
  await sweep(processor, after(22))
  expect(await stateOf(placed.value.id)).toBe('lapsed')
  const [booking] = await owner`select state from bookings where tenant_id = ${tenant.id}`
  expect(booking?.['state']).toBe('released')
})

test('an event that was received and never handled is handled', async () => {
  const { processor } = await getProcessor()
  await owner`insert into processor_events (id, account, type, payload, received_at)
    values ('evt_lost', null, 'checkout.session.completed', '{"session": null}', ${monday.toString()})`
  const handled = async () =>
    (await owner`select handled_at from processor_events where id = 'evt_lost'`)[0]?.['handled_at']
  await sweep(processor, after(0))
  expect(await handled()).toBeNull()
  await sweep(processor, after(2))
  expect(await handled()).not.toBeNull()
})

test('the federation learns whose payment and which page, and a co-op learns nothing', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const asTenant = inTenant(tenant.id, async (db) =>
    db.execute(`select * from app.unfinished_payments(now(), 10)`),
  )
  await expect(asTenant).rejects.toMatchObject({ cause: { code: '42501' } })
})
