import { owner } from '#db/testing/database.ts'
import { expect, test } from 'vitest'
import type { VisitFields } from '#app/domains/offerings/kinds/visit.ts'
import type { ListingId, MemberId } from '#app/kernel/ids.ts'
import { showOwnListing, writeOwnListing } from './manage-listings.server.ts'
import { anOpenCoOp, monday as at } from '#app/flows/testing/co-op.ts'

const plain: VisitFields = {
  baseMinor: 12_000,
  baseMinutes: 120,
  teamSize: 2,
  counters: [],
  tiers: [{ key: 'regular', label: 'Regular', about: '', factorBp: 10_000 }],
  extras: [],
}

test('a team of more than those who take jobs is drafted, and neither published nor given to what is published', async () => {
  const { tenant, members } = await anOpenCoOp('Amina', 'Rosa')
  const [amina, rosa] = members as [MemberId, MemberId]
  const write = (listing: ListingId | null, teamSize: number) => {
    const words = { title: 'Windows', summary: '', body: '', fields: { ...plain, teamSize } }
    return writeOwnListing(tenant, { listing, words, by: { id: amina, name: 'Amina' }, at })
  }
  const drafted = await write(null, 3)
  if (!drafted.ok) throw new Error(drafted.refusal)
  const listing = drafted.value
  const publish = () => showOwnListing(tenant.id, { listing, shown: true, at })
  const tooLarge = { ok: false, refusal: 'team-too-large' }

  expect(await publish()).toEqual(tooLarge)
  expect(await write(listing, 2)).toMatchObject({ ok: true })
  expect(await publish()).toMatchObject({ ok: true })
  expect(await write(listing, 3)).toEqual(tooLarge)

  await showOwnListing(tenant.id, { listing, shown: false, at })
  await owner`update members set works = false where tenant_id = ${tenant.id} and id = ${rosa}`
  expect(await publish()).toEqual(tooLarge)
})
