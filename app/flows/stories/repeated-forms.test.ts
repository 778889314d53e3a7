import { owner } from '#db/testing/database.ts'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readPicture } from '#app/domains/storefront/picture.server.ts'
import { activeMembers } from '#app/domains/members/members.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import type { ListingId, MemberId } from '#app/kernel/ids.ts'
import { done } from '#app/kernel/outcome.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { ratifyCharter } from '#app/flows/members/join-co-op.server.ts'
import { addComment } from '#app/flows/decisions/discuss.server.ts'
import { setAccountEnabled } from '#app/flows/federation/govern-federation.server.ts'
import { recordException } from '#app/flows/jobs/save-hours.server.ts'
import { addListingPhoto, writeOwnListing } from '#app/flows/offerings/manage-listings.server.ts'
import { importCoOps, provisionCoOp } from '#app/flows/founding/provision-co-op.server.ts'
import { raiseProposal } from '#app/flows/decisions/raise-proposal.server.ts'
import { seatDelegate } from '#app/flows/federation/seat-delegate.server.ts'
import { requestSupportDoor } from '#app/flows/federation/support-door.server.ts'
import { restoreCoOp, suspendCoOp } from '#app/flows/federation/suspend-co-op.server.ts'
import {
  createFoundedCoOp,
  createOpenCoOp,
  createPerson,
  monday as at,
} from '#app/flows/testing/co-op.ts'

/** Sends a form five times at once. */
const sendFiveTimes = <Result>(send: () => Promise<Result>) =>
  Promise.all(Array.from({ length: 5 }, send))

async function createCoOp() {
  const { tenant } = await createOpenCoOp('Amina', 'Rosa')
  const [amina] = await inTenant(tenant.id, activeMembers)
  if (!amina) throw new Error('nobody')
  return { tenant, by: { id: amina.id, name: amina.displayName } }
}

const RESOLUTION = { title: 'A shared van', body: 'Second-hand', amendment: null, secret: false }

test('a proposal that is sent five times is raised once, and mailed once', async () => {
  const { tenant, by } = await createCoOp()
  const raised = await sendFiveTimes(() => raiseProposal(tenant, { ...RESOLUTION, member: by, at }))
  expect(new Set(raised.map((outcome) => outcome.ok && outcome.value.number))).toEqual(new Set([1]))
  const [counts] = await owner`select
    (select count(*)::int from proposals where tenant_id = ${tenant.id}) as proposals,
    (select count(*)::int from mails where tenant_id = ${tenant.id} and template = 'proposal-open') as letters`
  expect(counts).toEqual({ proposals: 1, letters: 1 })
})

test('other words, other terms, another member or a later day make another proposal', async () => {
  const { tenant, by } = await createCoOp()
  const [, rosa] = await inTenant(tenant.id, activeMembers)
  const raise = (change: object) =>
    raiseProposal(tenant, { ...RESOLUTION, member: by, at, ...change })
  const split = (workersBp: number) => ({ amendment: { clause: 'split', terms: { workersBp } } })
  await raise({})
  await raise({ body: 'New' })
  await raise(split(9600))
  await raise(split(9600))
  await raise(split(9650))
  await raise({ member: { id: rosa?.id, name: 'Rosa' } })
  await raise({ at: at.add({ hours: 24 }) })
  const [{ count } = { count: 0 }] = await owner`
    select count(*)::int from proposals where tenant_id = ${tenant.id}`
  expect(count).toBe(6)
})

test('a comment that is sent five times is added once', async () => {
  const { tenant, by } = await createCoOp()
  const raised = await raiseProposal(tenant, { ...RESOLUTION, member: by, at })
  if (!raised.ok) throw new Error(raised.refusal)
  const comment = { proposal: raised.value.id, member: by.id, body: 'Which one?', at }
  await sendFiveTimes(() => addComment(tenant.id, comment))
  await addComment(tenant.id, { ...comment, body: 'And when?' })
  expect(await owner`select from comments where tenant_id = ${tenant.id}`).toHaveLength(2)
})

test('a new listing that is sent five times is drafted once', async () => {
  const { tenant, by } = await createCoOp()
  const [sample] = await owner`select title, summary, body, fields from listings
    where tenant_id = ${tenant.id} limit 1`
  const words = { ...sample, title: 'Spring clean' } as Parameters<
    typeof writeOwnListing
  >[1]['words']
  const write = (change = {}) =>
    writeOwnListing(tenant, {
      listing: null,
      kind: 'visit',
      words: { ...words, ...change },
      by,
      at,
    })
  const ids = (await sendFiveTimes(() => write())).map((outcome) => outcome.ok && outcome.value)
  expect(new Set(ids).size).toBe(1)
  await write({ summary: 'Another one' })
  expect(
    await owner`select from listings where tenant_id = ${tenant.id} and title = 'Spring clean'`,
  ).toHaveLength(2)
})

test('a day off that is sent five times is recorded once', async () => {
  const { tenant, by } = await createCoOp()
  const dayOff = { member: by.id, by, date: '2026-08-03', kind: 'off' as const, note: '' }
  await sendFiveTimes(() =>
    recordException(tenant.id, { ...dayOff, fromMinute: 0, untilMinute: 1440 }),
  )
  expect(
    await owner`select from availability_exceptions where tenant_id = ${tenant.id}`,
  ).toHaveLength(1)
})

test('a door that is requested five times is requested once', async () => {
  const { tenant } = await createCoOp()
  const by = await createPerson('Nadia')
  const now = systemClock()
  const request = { slug: tenant.slug, reason: 'A wrong receipt', minutes: 60, by, at: now }
  const countDoors = async () =>
    (await owner`select from support_doors where tenant_id = ${tenant.id}`).length
  await sendFiveTimes(() => requestSupportDoor(request))
  expect(await countDoors()).toBe(1)
  await owner`update support_doors set state = 'refused' where tenant_id = ${tenant.id}`
  await requestSupportDoor(request)
  expect(await countDoors()).toBe(2)
})

/** Makes a picture of one colour, as it is read from an upload. */
async function createPicture(background: string) {
  const drawn = sharp({ create: { width: 900, height: 600, channels: 3, background } })
  const picture = await readPicture(await drawn.png().toBuffer(), 'photograph')
  if (!picture.ok) throw new Error(picture.refusal)
  return picture.value
}

test('a photo that is sent five times is added once, and leaves no unused bytes', async () => {
  const { tenant, by } = await createCoOp()
  const stored = new Map<string, Uint8Array>()
  const storage = {
    put: async (key: string, bytes: Uint8Array) => void stored.set(key, bytes),
    get: async (key: string) => stored.get(key),
    remove: async (key: string) => void stored.delete(key),
  }
  const [listing] = await owner<{ id: ListingId }[]>`
    select id from listings where tenant_id = ${tenant.id} limit 1`
  if (!listing) throw new Error('no listing')
  const addPhoto = async (colour: string) => {
    const picture = await createPicture(colour)
    return addListingPhoto(storage, tenant.id, { listing: listing.id, picture, alt: 'A', by, at })
  }
  await sendFiveTimes(() => addPhoto('#aa3300'))
  const sizes = stored.size
  await addPhoto('#0033aa')
  expect(await owner`select from listing_photos where tenant_id = ${tenant.id}`).toHaveLength(2)
  expect(await owner`select from files where tenant_id = ${tenant.id}`).toHaveLength(2)
  expect(stored.size).toBe(sizes * 2)
})

test('when the last founder agrees five times at once, the co-op opens once, and every member is mailed once', async () => {
  const { tenant } = await createFoundedCoOp('Amina', 'Rosa')
  const [first, last] = await inTenant(tenant.id, activeMembers)
  const agree = ({ id, displayName }: { id: MemberId; displayName: string }) =>
    ratifyCharter(tenant, { member: id, name: displayName, at })
  if (!first || !last) throw new Error('nobody')
  expect(await sendFiveTimes(() => agree(first))).toEqual(
    Array.from({ length: 5 }, () => done({ open: false })),
  )
  expect(await sendFiveTimes(() => agree(last))).toEqual(
    Array.from({ length: 5 }, () => done({ open: true })),
  )
  const [counts] = await owner`select
    (select count(*)::int from activities where tenant_id = ${tenant.id} and act = 'charter-ratified') as agreed,
    (select count(*)::int from activities where tenant_id = ${tenant.id} and act = 'doors-opened') as opened,
    (select count(*)::int from mails where tenant_id = ${tenant.id} and template = 'founding-open') as letters`
  expect(counts).toEqual({ agreed: 2, opened: 1, letters: 2 })
})

test('a suspension and its lifting that are sent five times happen once, and are mailed once', async () => {
  const { tenant } = await createCoOp()
  const by = await createPerson('Nadia')
  const now = { slug: tenant.slug, by, at }
  const suspended = await sendFiveTimes(() => suspendCoOp({ ...now, reason: 'No insurance' }))
  expect(suspended.every(({ ok }) => ok)).toBe(true)
  expect(await suspendCoOp({ ...now, reason: 'Another reason' })).toMatchObject({
    refusal: 'state-otherwise',
  })
  await sendFiveTimes(() => restoreCoOp({ ...now, reason: '' }))
  const [counts] = await owner`select
    (select count(*)::int from audit_log where tenant_id = ${tenant.id} and act = 'co-op-suspended') as stopped,
    (select count(*)::int from audit_log where tenant_id = ${tenant.id} and act = 'co-op-restored') as restored,
    (select count(*)::int from activities where tenant_id = ${tenant.id} and act = 'co-op-restored') as own,
    (select count(*)::int from mails where tenant_id = ${tenant.id} and template = 'co-op-restored') as letters`
  expect(counts).toEqual({ stopped: 1, restored: 1, own: 1, letters: 2 })
})

test('an account that is locked five times at once is locked once', async () => {
  const [person, by] = [await createPerson('Eve'), await createPerson('Nadia')]
  await sendFiveTimes(() => setAccountEnabled(person.id, false, { by, at }))
  expect(
    await owner`select from audit_log where act = 'account-disabled' and actor_id = ${by.id}`,
  ).toHaveLength(1)
})

test('a delegate who is named five times is named once', async () => {
  const { tenant } = await createCoOp()
  const by = await createPerson('Nadia')
  const [rosa] = await owner`select p.email from members m join people p on p.id = m.person_id
    where m.tenant_id = ${tenant.id} and m.display_name = 'Rosa'`
  await sendFiveTimes(() => seatDelegate({ slug: tenant.slug, email: rosa?.['email'] }, { by, at }))
  const [counts] = await owner`select
    (select count(*)::int from delegates where tenant_id = ${tenant.id}) as delegates,
    (select count(*)::int from activities where tenant_id = ${tenant.id} and act = 'delegate-named') as own,
    (select count(*)::int from mails where tenant_id = ${tenant.id} and template = 'delegate-named') as letters`
  expect(counts).toEqual({ delegates: 1, own: 1, letters: 1 })
})

test('an import that is sent five times is one import, and a form that founds a co-op founds one', async () => {
  const by = await createPerson('Nadia')
  const slug = `two${Date.now().toString(36)}`
  const founder = { name: 'Maya', email: `${slug}@example.org` }
  const look = { blueprint: 'home-services', colour: '#25358a', colour2: '#f2b13c' }
  const request = { name: slug, slug, country: 'GB', city: 'Hull', ...look, founder, invited: [] }
  const ids = await sendFiveTimes(() => importCoOps([request], { by, at }))
  expect(new Set(ids).size).toBe(1)
  expect(await owner`select from imports where by_person = ${by.id}`).toHaveLength(1)
  const founded = await sendFiveTimes(() => provisionCoOp(request, { by, at }))
  expect(new Set(founded.map((outcome) => outcome.ok && outcome.value.id)).size).toBe(1)
  expect(founded.every(({ ok }) => ok)).toBe(true)
})
