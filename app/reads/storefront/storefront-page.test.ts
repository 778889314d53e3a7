import { owner } from '#db/testing/database.ts'
import { expect, test } from 'vitest'
import { foundCoOp } from '#app/flows/founding/found-co-op.server.ts'
import { removeAllSamples } from '#app/flows/offerings/manage-listings.server.ts'
import {
  createFoundedCoOp,
  createPerson,
  createOpenCoOp,
  monday,
} from '#app/flows/testing/co-op.ts'
import { readListing, readListings } from '#app/reads/offerings/listings-page.server.ts'
import { usualQuote } from '#app/rules/offerings/usual-quote.ts'
import { readStorefrontPage } from './storefront-page.server.ts'

const anyListing = { search: '', sort: 'ours', team: null } as const

test('a visit lasts as long on the lists as in its quote', async () => {
  const { tenant } = await createOpenCoOp('Amina', 'Rosa')
  const [{ found }, { offers }] = await Promise.all([
    readListings(tenant, anyListing),
    readStorefrontPage(tenant, monday),
  ])
  expect(found.length).toBeGreaterThan(0)
  for (const offer of found) {
    const listing = await readListing(tenant, offer.slug, monday)
    if (!listing) throw new Error('lost')
    const minutes = usualQuote(listing, 'GBP').lasts
    expect([offer.slug, offer.minutes]).toEqual([offer.slug, minutes])
    expect(offers.find(({ slug }) => slug === offer.slug)?.minutes).toBe(minutes)
  }
})

test('the shortest visit comes first when the list is sorted by time', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const { found } = await readListings(tenant, { ...anyListing, sort: 'time' })
  const durations = found.map(({ minutes }) => minutes)
  expect(durations).toEqual(durations.toSorted((a, b) => a - b))
})

test('a search without a match differs from a co-op without listings', async () => {
  const { tenant, members } = await createFoundedCoOp('Amina')
  const noMatch = { ...anyListing, search: 'submarines' }
  expect(await readListings(tenant, noMatch)).toEqual({ found: [], any: true })
  await removeAllSamples(tenant.id, { by: { id: members[0]!, name: 'Amina' }, at: monday })
  expect(await readListings(tenant, noMatch)).toEqual({ found: [], any: false })
})

test('a co-op that is not open shows no next free time', async () => {
  const place = { city: '', country: 'GB', locale: 'en', currency: 'GBP' } as const
  const look = { blueprint: 'home-services', colour: '#25358a', colour2: '#f2b13c' }
  const founded = await foundCoOp({
    slug: `c${Date.now()}`,
    name: 'Closed',
    ...place,
    timeZone: 'Europe/London',
    ...look,
    founder: await createPerson('Fiona'),
    invited: [],
    at: monday,
  })
  if (!founded.ok) throw new Error(founded.refusal)
  const page = await readStorefrontPage(founded.value, monday)
  expect(page.offers.length).toBeGreaterThan(0)
  expect(page.nextFree).toBeNull()
})

test('the storefront shows the three latest reviews that say something, each text once', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const bodies = ['Zest', 'Again', 'Again', '', 'Middle', 'Begin']
  await owner.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    for (const [age, body] of bodies.entries())
      await sql`
        insert into reviews (tenant_id, id, item_id, listing_id, customer_name, stars, body, created_at)
        values (${tenant.id}, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'Kim', 4,
          ${body}, ${monday.subtract({ hours: age }).toString()})`
  })
  const { reviews } = await readStorefrontPage(tenant, monday)
  expect(reviews.latest.map(({ body }) => body)).toEqual(['Zest', 'Again', 'Middle'])
  expect(reviews).toMatchObject({ count: 6, stars: 4 })
})
