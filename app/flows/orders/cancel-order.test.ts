import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import type { Instant } from '#app/kernel/clock.ts'
import { money } from '#app/kernel/money.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { cancelOrder } from './cancel-order.server.ts'
import { changeOrder } from './change-order.server.ts'
import { acceptJob, checkIn } from '#app/flows/testing/visit-steps.ts'
import { placeOrder } from './place-order.server.ts'
import {
  createOpenCoOp,
  buildOrderRequest,
  CHOICES,
  createPaidOrder,
  monday,
  stopProcessors,
  wednesday,
} from '#app/flows/testing/co-op.ts'

afterAll(stopProcessors)

const byCustomer = { by: 'customer', reason: '' } as const

async function findLetters(tenant: Tenant): Promise<string[]> {
  const rows =
    await owner`select template from mails where tenant_id = ${tenant.id} and template like 'order-cancelled%' order by id`
  return rows.map((row) => String(row['template']))
}

/** Changes the stored charter so that a late cancellation retains the whole price. */
async function retainWholePrice({ id }: Tenant): Promise<void> {
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update charter_versions set clauses = jsonb_set(clauses, '{cancellation,keptBp}', '10000') where tenant_id = ${id}`
  })
}

test('the letter says whether all, a part, or nothing is returned', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const unpaid = await placeOrder(tenant, buildOrderRequest(wednesday))
  if (!unpaid.ok) throw new Error(unpaid.refusal)
  await cancelOrder(tenant, unpaid.value.id, { ...byCustomer, at: monday })
  expect(await findLetters(tenant)).toEqual(['order-cancelled-unpaid'])

  const late = wednesday.subtract({ hours: 3 })
  const cancelPaidOrder = async (at: Instant) => {
    const { id, record } = await createPaidOrder(tenant)
    await record()
    await cancelOrder(tenant, id, { ...byCustomer, at })
  }
  await cancelPaidOrder(monday)
  await cancelPaidOrder(late)
  await retainWholePrice(tenant)
  await cancelPaidOrder(late)
  expect((await findLetters(tenant)).slice(1)).toEqual([
    'order-cancelled',
    'order-cancelled-part',
    'order-cancelled-kept',
  ])
})

test('a customer can neither cancel nor move work that has begun; the co-op can cancel it', async () => {
  const { tenant, members } = await createOpenCoOp('Amina')
  const [member] = members
  if (!member) throw new Error('nobody')
  const { id, record } = await createPaidOrder(tenant)
  await record()
  for (const act of [acceptJob, checkIn]) await act(tenant.id, { order: id, member, at: wednesday })

  expect(await cancelOrder(tenant, id, { ...byCustomer, at: wednesday })).toEqual({
    ok: false,
    refusal: 'work-has-begun',
  })
  const start = wednesday.add({ hours: 48 })
  expect(await changeOrder(tenant, { order: id, start, at: monday })).toEqual({
    ok: false,
    refusal: 'order-not-changeable',
  })
  expect(
    await cancelOrder(tenant, id, { by: 'co-op', reason: 'A flood', at: wednesday }),
  ).toMatchObject({ ok: true })
})

test('a late cancellation returns the whole tip, and splits the rest as without a tip', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const tipped = { choices: { ...CHOICES, tipMinor: 1000 } }
  const { id, record } = await createPaidOrder(tenant, wednesday, tipped)
  await record()
  const at = wednesday.subtract({ hours: 3 })
  expect(await cancelOrder(tenant, id, { ...byCustomer, at })).toMatchObject({
    value: { returned: money(4400n, 'GBP') },
  })
  const rows =
    await owner`select -sum(minor) as minor from ledger_entries where tenant_id = ${tenant.id} and account_code like 'member:%'`
  expect(BigInt(rows[0]?.['minor'])).toBe(3230n)
})
