import { owner } from '#db/testing/database.ts'
import { afterAll, expect, test } from 'vitest'
import { optionalTimeZone } from '#app/request/form-fields.server.ts'
import { readOwnStorefront } from '#app/reads/members/own-co-op.server.ts'
import { tenantById } from '#tenants/directory.server.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { writeOwnStorefront } from '#app/flows/storefront/change-branding.server.ts'
import { provisionCoOp } from '#app/flows/founding/provision-co-op.server.ts'
import {
  createPaidOrder,
  createOpenCoOp,
  createPerson,
  monday as at,
  stopProcessors,
} from '#app/flows/testing/co-op.ts'

afterAll(stopProcessors)

test('a co-op is founded with the chosen time zone, or else with its country’s', async () => {
  const by = await createPerson('Nadia')
  const foundInZone = async (timeZone: string) => {
    const slug = `z${Math.random().toString(36).slice(2, 12)}`
    const look = { blueprint: 'home-services', colour: '#25358a', colour2: '#f2b13c' }
    const founder = { name: 'Maya', email: `${slug}@example.org` }
    const place = { name: 'Isla', slug, country: 'ES', city: 'Las Palmas', timeZone }
    const founded = await provisionCoOp({ ...place, ...look, founder, invited: [] }, { by, at })
    return founded.ok ? founded.value.timeZone : founded.refusal
  }
  expect(await foundInZone('')).toBe('Europe/Madrid')
  expect(await foundInZone('Atlantic/Canary')).toBe('Atlantic/Canary')
})

test('a change of time zone does not move a booking', async () => {
  const { tenant, members } = await createOpenCoOp('Amina')
  const order = await createPaidOrder(tenant)
  await order.record()
  const readTimes = () => owner`select during::text from bookings where tenant_id = ${tenant.id}`
  const before = await readTimes()
  expect(before).not.toHaveLength(0)
  const { words, version } = await readOwnStorefront(tenant)
  const by = { id: members[0]!, name: 'Amina' }
  const entry = { timeZone: 'Africa/Cairo' }
  expect((await writeOwnStorefront(tenant.id, { entry, words, version, by, at })).ok).toBe(true)
  const changed = await inFederation((db) => tenantById(db, tenant.id))
  expect(changed?.timeZone).toBe('Africa/Cairo')
  expect(await readTimes()).toEqual(before)
})

test('only a known name of a place is a time zone', () => {
  const accepts = (name: string) => optionalTimeZone.safeParse(name).success
  for (const name of ['Europe/Madrid', 'America/New_York', '', undefined as unknown as string])
    expect(accepts(name), name).toBe(true)
  for (const name of ['Mars/Olympus', '+01:00', 'europe/madrid; drop', 'GMT+3'])
    expect(accepts(name), name).toBe(false)
})
