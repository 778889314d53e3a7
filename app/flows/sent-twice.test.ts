import { owner } from '#db/testing/database.ts'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readPicture } from '#app/domains/files/picture.server.ts'
import { activeMembers } from '#app/domains/membership/members.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { ListingId } from '#app/kernel/ids.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { sayInDiscussion } from './discuss.server.ts'
import { noteException } from './keep-hours.server.ts'
import { addListingPhoto, writeOwnListing } from './manage-listings.server.ts'
import { raiseProposal } from './raise-proposal.server.ts'
import { askForDoor } from './support-door.server.ts'
import { anOpenCoOp, aPerson, monday as at } from './testing/co-op.ts'

/** A form that is sent five times at once, as by a finger that trembles. */
const tremble = <Result>(send: () => Promise<Result>) =>
  Promise.all(Array.from({ length: 5 }, send))

async function aHouse() {
  const { tenant } = await anOpenCoOp('Amina', 'Rosa')
  const [amina] = await inTenant(tenant.id, activeMembers)
  if (!amina) throw new Error('nobody')
  return { tenant, by: { id: amina.id, name: amina.displayName } }
}

const RESOLUTION = { title: 'A shared van', body: 'Second-hand', amendment: null, secret: false }

test('a proposal that is sent five times is raised once, and told once', async () => {
  const { tenant, by } = await aHouse()
  const raised = await tremble(() => raiseProposal(tenant, { ...RESOLUTION, member: by, at }))
  expect(new Set(raised.map((one) => one.ok && one.value.number))).toEqual(new Set([1]))
  const [told] = await owner`select
    (select count(*)::int from proposals where tenant_id = ${tenant.id}) as proposals,
    (select count(*)::int from mails where tenant_id = ${tenant.id} and template = 'proposal-open') as letters`
  expect(told).toEqual({ proposals: 1, letters: 1 })
})

test('other words, other terms, another member or a later day make another proposal', async () => {
  const { tenant, by } = await aHouse()
  const [, rosa] = await inTenant(tenant.id, activeMembers)
  const raise = (change: object) =>
    raiseProposal(tenant, { ...RESOLUTION, member: by, at, ...change })
  const split = (workersBp: number) => ({ amendment: { clause: 'split', terms: { workersBp } } })
  await raise({})
  await raise({ body: 'New' })
  await raise(split(9600))
  await raise(split(9600))
  await raise(split(9700))
  await raise({ member: { id: rosa?.id, name: 'Rosa' } })
  await raise({ at: at.add({ hours: 24 }) })
  const [{ count } = { count: 0 }] = await owner`
    select count(*)::int from proposals where tenant_id = ${tenant.id}`
  expect(count).toBe(6)
})

test('a comment that is sent five times is said once', async () => {
  const { tenant, by } = await aHouse()
  const raised = await raiseProposal(tenant, { ...RESOLUTION, member: by, at })
  if (!raised.ok) throw new Error(raised.refusal)
  const said = { proposal: raised.value.id, member: by.id, body: 'Which one?', at }
  await tremble(() => sayInDiscussion(tenant.id, said))
  await sayInDiscussion(tenant.id, { ...said, body: 'And when?' })
  expect(await owner`select from comments where tenant_id = ${tenant.id}`).toHaveLength(2)
})

test('a new listing that is sent five times is drafted once', async () => {
  const { tenant, by } = await aHouse()
  const [like] = await owner`select title, summary, body, fields from listings
    where tenant_id = ${tenant.id} limit 1`
  const words = { ...like, title: 'Spring clean' } as Parameters<typeof writeOwnListing>[1]['words']
  const write = (change = {}) =>
    writeOwnListing(tenant, { listing: null, words: { ...words, ...change }, by, at })
  const ids = (await tremble(() => write())).map((one) => one.ok && one.value)
  expect(new Set(ids).size).toBe(1)
  await write({ summary: 'Another one' })
  expect(
    await owner`select from listings where tenant_id = ${tenant.id} and title = 'Spring clean'`,
  ).toHaveLength(2)
})

test('a date that is noted five times is noted once', async () => {
  const { tenant, by } = await aHouse()
  const off = { member: by.id, date: '2026-08-03', kind: 'off' as const, note: '' }
  await tremble(() => noteException(tenant.id, { ...off, fromMinute: 0, untilMinute: 1440 }))
  expect(
    await owner`select from availability_exceptions where tenant_id = ${tenant.id}`,
  ).toHaveLength(1)
})

test('a door that is asked for five times is asked for once', async () => {
  const { tenant } = await aHouse()
  const by = await aPerson('Nadia')
  const now = systemClock()
  const asked = { slug: tenant.slug, reason: 'A wrong receipt', minutes: 60, by, at: now }
  const doors = async () =>
    (await owner`select from support_doors where tenant_id = ${tenant.id}`).length
  await tremble(() => askForDoor(asked))
  expect(await doors()).toBe(1)
  await owner`update support_doors set state = 'refused' where tenant_id = ${tenant.id}`
  await askForDoor(asked)
  expect(await doors()).toBe(2)
})

/** A picture of one colour, as it is read from an upload. */
async function aPicture(background: string) {
  const drawn = sharp({ create: { width: 900, height: 600, channels: 3, background } })
  const picture = await readPicture(await drawn.png().toBuffer())
  if (!picture.ok) throw new Error(picture.refusal)
  return picture.value
}

test('a picture that is sent five times hangs once, and leaves no bytes that nobody shows', async () => {
  const { tenant, by } = await aHouse()
  const kept = new Map<string, Uint8Array>()
  const storage = {
    put: async (key: string, bytes: Uint8Array) => void kept.set(key, bytes),
    get: async (key: string) => kept.get(key),
    remove: async (key: string) => void kept.delete(key),
  }
  const [listing] = await owner<{ id: ListingId }[]>`
    select id from listings where tenant_id = ${tenant.id} limit 1`
  if (!listing) throw new Error('no listing')
  const hang = async (colour: string) => {
    const picture = await aPicture(colour)
    return addListingPhoto(storage, tenant.id, { listing: listing.id, picture, alt: 'A', by, at })
  }
  await tremble(() => hang('#aa3300'))
  const sizes = kept.size
  await hang('#0033aa')
  expect(await owner`select from listing_photos where tenant_id = ${tenant.id}`).toHaveLength(2)
  expect(await owner`select from files where tenant_id = ${tenant.id}`).toHaveLength(2)
  expect(kept.size).toBe(sizes * 2)
})
