import { owner } from '#db/testing/database.ts'
import { expect, test } from 'vitest'
import { readListing } from '#app/reads/offerings/listings-page.server.ts'
import type { VisitFields } from '#app/offerings/visit/visit.ts'
import type { ListingId, MemberId } from '#app/kernel/ids.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { showOwnListing, writeOwnListing } from '#app/flows/offerings/manage-listings.server.ts'
import { placeOrder } from '#app/flows/orders/place-order.server.ts'
import {
  createOpenCoOp,
  buildOrderRequest,
  changeOrderRequest,
  CHOICES,
  monday as at,
  wednesday,
} from '#app/flows/testing/co-op.ts'
import { createDecision } from '#app/flows/testing/decision.ts'

const plainFields: VisitFields = {
  baseMinor: 6000,
  baseMinutes: 120,
  teamSize: 1,
  counters: [],
  tiers: [{ key: 'regular', label: 'Regular', about: '', factorBp: 10_000 }],
  extras: [],
}
const rooms = { key: 'rooms', label: 'Rooms', unitMinor: 100, unitMinutes: 60, usual: 0, max: 9 }
const polish = { key: 'polish', label: 'Polish', minor: 100, minutes: 600 }

function writeListing(tenant: Tenant, member: MemberId, fields: VisitFields) {
  const words = { title: 'Windows', summary: 'All of them', body: '', fields }
  return writeOwnListing(tenant, {
    listing: null,
    kind: 'visit',
    words,
    by: { id: member, name: 'Amina' },
    at,
  })
}

const raiseFloor = (hourlyMinor: number) => ({
  amendment: { clause: 'floor' as const, terms: { hourlyMinor } },
})

const readRegularClean = async (tenant: Tenant) => {
  const [row] = await owner<{ id: ListingId; state: string }[]>`
    select id, state from listings where tenant_id = ${tenant.id} and slug = 'regular-clean'`
  if (!row) throw new Error('no listing')
  return row
}

test('a listing is saved when every choice meets the floor, and refused when one does not', async () => {
  const { tenant, members } = await createOpenCoOp('Amina')
  const [amina] = members as [MemberId]
  const belowFloor = { ok: false, refusal: 'below-floor' }
  expect(await writeListing(tenant, amina, plainFields)).toMatchObject({ ok: true })
  expect(await writeListing(tenant, amina, { ...plainFields, counters: [rooms] })).toEqual(
    belowFloor,
  )
  expect(await writeListing(tenant, amina, { ...plainFields, extras: [polish] })).toEqual(
    belowFloor,
  )
  expect(await writeListing(tenant, amina, { ...plainFields, baseMinor: 1000 })).toEqual(belowFloor)
  const expensiveRooms = { ...rooms, unitMinor: 3000 }
  expect(
    await writeListing(tenant, amina, { ...plainFields, counters: [expensiveRooms] }),
  ).toMatchObject({ ok: true })
})

test('a raised floor withdraws the listings below it, mails every member once, and they stay withdrawn until they are priced anew', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const { id } = await readRegularClean(tenant)
  const before = await placeOrder(tenant, buildOrderRequest(wednesday))
  expect(before.ok).toBe(true)
  await createDecision(tenant, members, { ...raiseFloor(9000), at })

  expect(await readRegularClean(tenant)).toMatchObject({ state: 'withdrawn' })
  expect(await readListing(tenant, 'regular-clean', at)).toBeUndefined()
  expect(await placeOrder(tenant, buildOrderRequest(wednesday.add({ hours: 4 })))).toEqual({
    ok: false,
    refusal: 'listing-not-found',
  })
  const [letters] = await owner`
    select count(*)::int as letters, min(data->>'titles') as titles from mails
    where tenant_id = ${tenant.id} and template = 'listings-withheld'`
  expect(letters?.['letters']).toBe(2)
  expect(letters?.['titles']).toContain('Regular clean')
  const by = { id: members[0]!, name: 'Amina' }
  const publish = { listing: id, shown: true, by, at }
  expect(await showOwnListing(tenant.id, publish)).toEqual({ ok: false, refusal: 'below-floor' })
})

test('an order whose choices pay less than the floor is refused, also with a tip', async () => {
  const { tenant } = await createOpenCoOp('Amina', 'Rosa')
  const { id } = await readRegularClean(tenant)
  // An older charter may have allowed such a listing. It can no longer be saved by the application.
  const extras = JSON.stringify([polish])
  await owner`update listings set fields = jsonb_set(fields, '{extras}', ${extras}::text::jsonb)
    where tenant_id = ${tenant.id} and id = ${id}`
  const order = buildOrderRequest(wednesday)
  const polishChoices = { ...CHOICES, extras: ['polish'], tipMinor: 90_000 }
  expect(await placeOrder(tenant, changeOrderRequest(order, { choices: polishChoices }))).toEqual({
    ok: false,
    refusal: 'pays-below-floor',
  })
  expect(await placeOrder(tenant, order)).toMatchObject({ ok: true })
})
