import { owner } from '#db/testing/database.ts'
import { expect, test } from 'vitest'
import type { VisitFields } from '#app/offerings/visit/visit.ts'
import type { ListingId, MemberId } from '#app/kernel/ids.ts'
import { readActivities } from '#app/reads/members/own-co-op.server.ts'
import { showOwnListing, writeOwnListing } from './manage-listings.server.ts'
import { createOpenCoOp, monday as at } from '#app/flows/testing/co-op.ts'

const plainFields: VisitFields = {
  baseMinor: 12_000,
  baseMinutes: 120,
  teamSize: 2,
  counters: [],
  tiers: [{ key: 'regular', label: 'Regular', about: '', factorBp: 10_000 }],
  extras: [],
}

async function readVersion(id: ListingId): Promise<number> {
  const [listing] = await owner`select version from listings where id = ${id}`
  return Number(listing?.['version'])
}

test('a listing with a larger team than takes jobs can be a draft, but is not published, nor is a published one changed to it', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const [amina, rosa] = members as [MemberId, MemberId]
  const by = { id: amina, name: 'Amina' }
  const write = async (id: ListingId | null, teamSize: number) => {
    const listing = id && { id, version: await readVersion(id) }
    const words = { title: 'Windows', summary: '', body: '', fields: { ...plainFields, teamSize } }
    return writeOwnListing(tenant, {
      listing,
      kind: 'visit',
      words,
      by,
      at,
    })
  }
  const drafted = await write(null, 3)
  if (!drafted.ok) throw new Error(drafted.refusal)
  const listing = drafted.value
  const publish = () => showOwnListing(tenant.id, { listing, shown: true, by, at })
  const tooLarge = { ok: false, refusal: 'team-too-large' }

  expect(await publish()).toEqual(tooLarge)
  expect(await write(listing, 2)).toMatchObject({ ok: true })
  expect(await publish()).toMatchObject({ ok: true })
  expect(await write(listing, 3)).toEqual(tooLarge)

  await showOwnListing(tenant.id, { listing, shown: false, by, at })
  await owner`update members set works = false where tenant_id = ${tenant.id} and id = ${rosa}`
  expect(await publish()).toEqual(tooLarge)
})

test('the co-op’s log has publishing, withdrawing and pricing once each, and the price before', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const by = { id: members[0]!, name: 'Amina' }
  const write = async (id: ListingId | null, baseMinor: number, title = 'Windows') => {
    const listing = id && { id, version: await readVersion(id) }
    const words = { title, summary: '', body: '', fields: { ...plainFields, baseMinor } }
    return writeOwnListing(tenant, { listing, kind: 'visit', words, by, at })
  }
  const drafted = await write(null, 12_000)
  if (!drafted.ok) throw new Error(drafted.refusal)
  const listing = drafted.value
  const show = (shown: boolean) => showOwnListing(tenant.id, { listing, shown, by, at })
  for (const shown of [true, true, false, false]) expect((await show(shown)).ok).toBe(true)
  await write(listing, 14_000)
  await write(listing, 14_000, 'All windows')

  const log = await owner`select act, member_id as member, detail from activities
    where tenant_id = ${tenant.id} and detail->>'title' ~* 'windows' order by at, ctid`
  const prices = { from: '12000', to: '14000', currency: 'GBP' }
  const windows = { title: 'Windows' }
  expect(log.map(({ act, detail }) => [String(act), detail as unknown])).toEqual([
    ['listing-added', windows],
    ['listing-published', windows],
    ['listing-withdrawn', windows],
    ['listing-priced', { ...windows, prices }],
    ['listing-changed', { title: 'All windows' }],
  ])
  expect(new Set(log.map(({ member }) => String(member)))).toEqual(new Set([by.id]))
  const shown = (await readActivities(tenant)).find(({ act }) => act === 'listing-priced')
  expect(shown).toMatchObject({ about: 'Windows', prices })
})
