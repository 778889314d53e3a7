import { owner } from '#db/testing/database.ts'
import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { EMPTY_DRAFT } from '#app/domains/founding/draft.ts'
import { readPicture, smallestSize } from '#app/domains/storefront/picture.server.ts'
import type { Storage } from '#app/gateways/storage/storage.ts'
import { readSlug } from '#app/reads/founding/free-slugs.server.ts'
import {
  buildDraft,
  findDraft,
  findDraftLogo,
  saveDraft,
  saveLook,
  sendDraft,
  startDraft,
} from './draft-co-op.server.ts'
import { anOpenCoOp, aPerson, monday } from '#app/flows/testing/co-op.ts'

async function aDraft(change: object = {}) {
  const secret = randomBytes(16).toString('hex')
  const slug = `d${randomBytes(6).toString('hex')}`
  const founder = await aPerson('Maya')
  const data = { ...EMPTY_DRAFT, name: 'Harbour', slug, ...change }
  await startDraft(secret, { data, at: monday })
  const draft = await findDraft(secret)
  if (!draft) throw new Error('no draft')
  await saveDraft(draft.id, { data, person: founder.id, at: monday })
  return { id: draft.id, secret, slug: data.slug, founder, data }
}

/** A storage that lasts as long as a test. */
function aShelf() {
  const kept = new Map<string, Uint8Array>()
  const storage: Storage = {
    put: async (key, bytes) => void kept.set(key, bytes),
    get: async (key) => kept.get(key),
    remove: async (key) => void kept.delete(key),
  }
  return { ...storage, kept }
}

const aPng = (background: string, width = 900) =>
  sharp({ create: { width, height: 120, channels: 3, background } })
    .png()
    .toBuffer()

/** A logo as a step of founding keeps it. */
async function aLogo(background: string) {
  const picture = await readPicture(await aPng(background), 'logo')
  if (!picture.ok) throw new Error(picture.refusal)
  return smallestSize(picture.value)
}

const stateOf = async (id: string) =>
  (await owner`select state, step, failure from founding_drafts where id = ${id}`)[0]
const jobsOf = async (id: string) =>
  (
    await owner`select count(*)::int as jobs from graphile_worker._private_jobs where key = ${`draft:${id}`}`
  )[0]

test('a draft that is sent twice is promised once, and builds one co-op with every step noted', async () => {
  const { id, slug } = await aDraft()
  await Promise.all([sendDraft(id, monday), sendDraft(id, monday)])
  expect(await jobsOf(id)).toEqual({ jobs: 1 })
  await buildDraft(aShelf(), id, monday)
  expect(await stateOf(id)).toEqual({ state: 'built', step: 'invitations', failure: null })
  expect(await owner`select from tenants where slug = ${slug}`).toHaveLength(1)
})

test('a builder that ended after founding and before saying so finds its own co-op again', async () => {
  const { id, slug } = await aDraft()
  await sendDraft(id, monday)
  await buildDraft(aShelf(), id, monday)
  await owner`update founding_drafts set state = 'building', tenant_id = null where id = ${id}`
  await buildDraft(aShelf(), id, monday)
  expect(await stateOf(id)).toMatchObject({ state: 'built' })
  expect(await owner`select from tenants where slug = ${slug}`).toHaveLength(1)
})

test('an address that went to somebody else meanwhile is told, and everything filled in stays', async () => {
  const { tenant } = await anOpenCoOp('Amina')
  const { id, secret } = await aDraft({ slug: tenant.slug })
  await sendDraft(id, monday)
  await buildDraft(aShelf(), id, monday)
  expect(await stateOf(id)).toMatchObject({ state: 'failed', failure: 'slug-taken' })
  expect((await findDraft(secret))?.data.name).toBe('Harbour')
})

test('a logo is kept with the draft through other steps, replaced, and taken away', async () => {
  const { id, secret, data } = await aDraft()
  expect(await findDraft(secret)).toMatchObject({ hasLogo: false })
  const [first, second] = [await aLogo('#25358a'), await aLogo('#a4362a')]
  await saveDraft(id, { data, logo: first, at: monday })
  expect((await sharp(first).metadata()).width).toBe(400)
  await saveDraft(id, { data: { ...data, city: 'Bristol' }, at: monday })
  const found = await findDraft(secret)
  expect(found).toMatchObject({ hasLogo: true, data: { city: 'Bristol' } })
  expect(found).not.toHaveProperty('logo')
  expect(Buffer.compare((await findDraftLogo(id)) ?? new Uint8Array(), first)).toBe(0)
  await saveDraft(id, { data, logo: second, at: monday })
  expect(Buffer.compare((await findDraftLogo(id)) ?? new Uint8Array(), second)).toBe(0)
  await saveDraft(id, { data, logo: null, at: monday })
  expect(await findDraft(secret)).toMatchObject({ hasLogo: false })
  expect(await findDraftLogo(id)).toBeNull()
})

test('a wrong file is refused, and the draft stays as it was', async () => {
  const { id, secret, data } = await aDraft()
  const change = { data: { ...data, colour: '#112233' }, at: monday }
  const png = await aPng('#25358a')
  for (const [upload, refusal] of [
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'picture-unreadable'],
    [png.subarray(0, 200), 'picture-unreadable'],
    [await aPng('#25358a', 20), 'logo-too-small'],
    [new Uint8Array(15 * 1024 * 1024 + 1), 'picture-too-large'],
  ] as const)
    expect(await saveLook(id, { ...change, upload })).toMatchObject({ refusal })
  expect(await findDraft(secret)).toMatchObject({ hasLogo: false, data: { colour: data.colour } })
  expect(await saveLook(id, { ...change, upload: png })).toMatchObject({ ok: true })
  await saveLook(id, { ...change, upload: undefined })
  expect(await findDraft(secret)).toMatchObject({ hasLogo: true, data: { colour: '#112233' } })
})

test('the founded co-op wears the logo of its draft, which has none any more', async () => {
  const { id, slug, data, founder } = await aDraft()
  await saveDraft(id, { data, logo: await aLogo('#25358a'), at: monday })
  await sendDraft(id, monday)
  const shelf = aShelf()
  await buildDraft(shelf, id, monday)
  const [tenant] = await owner`select id, logo_key from tenants where slug = ${slug}`
  const { id: tenantId, logo_key: logo } = tenant ?? {}
  expect([...shelf.kept.keys()].toSorted()).toEqual(
    [1600, 400, 800].map((width) => `${tenantId}/${logo}-${width}.webp`),
  )
  expect(
    await owner`select f.mime, m.person_id from files f join members m on m.tenant_id = f.tenant_id
      and m.id = f.created_by where f.tenant_id = ${tenantId} and f.id = ${logo}`,
  ).toEqual([{ mime: 'image/webp', person_id: founder.id }])
  expect(await findDraftLogo(id)).toBeNull()
  await buildDraft(shelf, id, monday)
  expect(shelf.kept.size).toBe(3)
})

test('a logo that comes back from a refused founding is still there, and nothing was stored', async () => {
  const { tenant } = await anOpenCoOp('Amina')
  const { id, data } = await aDraft({ slug: tenant.slug })
  const logo = await aLogo('#25358a')
  await saveDraft(id, { data, logo, at: monday })
  await sendDraft(id, monday)
  const shelf = aShelf()
  await buildDraft(shelf, id, monday)
  expect(shelf.kept.size).toBe(0)
  expect(Buffer.compare((await findDraftLogo(id)) ?? new Uint8Array(), logo)).toBe(0)
})

test('a draft that nobody came back to is forgotten with its logo', async () => {
  const { id, data, secret } = await aDraft()
  await saveDraft(id, { data, logo: await aLogo('#25358a'), at: monday })
  const other = randomBytes(16).toString('hex')
  await startDraft(other, { data, at: monday.add({ hours: 24 * 31 }) })
  expect(await findDraft(secret)).toBeUndefined()
  expect(await findDraftLogo(id)).toBeNull()
})

test('nobody finds a draft without its secret', async () => {
  await aDraft()
  expect(await findDraft('guessed')).toBeUndefined()
})

test('an address that is taken comes with three that are free', async () => {
  const { tenant } = await anOpenCoOp('Amina')
  const verdict = await readSlug(tenant.slug, 'Bristol')
  expect(verdict.refusal).toBe('slug-taken')
  expect(verdict.suggestions).toHaveLength(3)
  for (const slug of verdict.suggestions)
    expect(await readSlug(slug, '')).toMatchObject({ refusal: null })
  expect((await readSlug('console', '')).refusal).toBe('slug-reserved')
})
