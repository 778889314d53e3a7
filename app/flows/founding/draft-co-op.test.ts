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
  saveDraftLook,
  submitDraft,
  startDraft,
} from './draft-co-op.server.ts'
import { createOpenCoOp, createPerson, monday } from '#app/flows/testing/co-op.ts'

async function createDraft(change: object = {}) {
  const secret = randomBytes(16).toString('hex')
  const slug = `d${randomBytes(6).toString('hex')}`
  const founder = await createPerson('Maya')
  const data = { ...EMPTY_DRAFT, name: 'Harbour', slug, ...change }
  await startDraft(secret, { data, at: monday })
  const draft = await findDraft(secret)
  if (!draft) throw new Error('no draft')
  await saveDraft(draft.id, { data, person: founder.id, at: monday })
  return { id: draft.id, secret, slug: data.slug, founder, data }
}

/** Makes a storage in memory. */
function createStorage() {
  const stored = new Map<string, Uint8Array>()
  const storage: Storage = {
    put: async (key, bytes) => void stored.set(key, bytes),
    get: async (key) => stored.get(key),
    remove: async (key) => void stored.delete(key),
  }
  return { ...storage, stored }
}

const createPng = (background: string, width = 900) =>
  sharp({ create: { width, height: 120, channels: 3, background } })
    .png()
    .toBuffer()

/** Makes a logo as a step of founding stores it. */
async function createLogo(background: string) {
  const picture = await readPicture(await createPng(background), 'logo')
  if (!picture.ok) throw new Error(picture.refusal)
  return smallestSize(picture.value)
}

const readState = async (id: string) =>
  (await owner`select state, step, failure from founding_drafts where id = ${id}`)[0]
const countTasks = async (id: string) =>
  (
    await owner`select count(*)::int as jobs from graphile_worker._private_jobs where key = ${`draft:${id}`}`
  )[0]

test('a draft that is submitted twice is promised once, and builds one co-op with every step recorded', async () => {
  const { id, slug } = await createDraft()
  await Promise.all([submitDraft(id, monday), submitDraft(id, monday)])
  expect(await countTasks(id)).toEqual({ jobs: 1 })
  await buildDraft(createStorage(), id, monday)
  expect(await readState(id)).toEqual({ state: 'built', step: 'invitations', failure: null })
  expect(await owner`select from tenants where slug = ${slug}`).toHaveLength(1)
})

test('a build that stopped after founding and before recording it finds the founded co-op', async () => {
  const { id, slug } = await createDraft()
  await submitDraft(id, monday)
  await buildDraft(createStorage(), id, monday)
  await owner`update founding_drafts set state = 'building', tenant_id = null where id = ${id}`
  await buildDraft(createStorage(), id, monday)
  expect(await readState(id)).toMatchObject({ state: 'built' })
  expect(await owner`select from tenants where slug = ${slug}`).toHaveLength(1)
})

test('a build fails when the address was taken meanwhile, and the draft keeps everything that was filled in', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const { id, secret } = await createDraft({ slug: tenant.slug })
  await submitDraft(id, monday)
  await buildDraft(createStorage(), id, monday)
  expect(await readState(id)).toMatchObject({ state: 'failed', failure: 'slug-taken' })
  expect((await findDraft(secret))?.data.name).toBe('Harbour')
})

test('a build fails when the charter is below the floor of its currency, and nothing is founded', async () => {
  const charter = { floor: { hourlyMinor: 1221 } }
  const { id, slug } = await createDraft({ country: 'EG', charter })
  await submitDraft(id, monday)
  await buildDraft(createStorage(), id, monday)
  expect(await readState(id)).toMatchObject({ state: 'failed', failure: 'charter-out-of-bounds' })
  expect(await owner`select from tenants where slug = ${slug}`).toHaveLength(0)
})

test('a logo stays with the draft through other steps, is replaced, and is removed', async () => {
  const { id, secret, data } = await createDraft()
  expect(await findDraft(secret)).toMatchObject({ hasLogo: false })
  const [first, second] = [await createLogo('#25358a'), await createLogo('#a4362a')]
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

test('a wrong file is refused and does not change the draft', async () => {
  const { id, secret, data } = await createDraft()
  const change = { data: { ...data, colour: '#112233' }, at: monday }
  const png = await createPng('#25358a')
  for (const [upload, refusal] of [
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'picture-unreadable'],
    [png.subarray(0, 200), 'picture-unreadable'],
    [await createPng('#25358a', 20), 'logo-too-small'],
    [new Uint8Array(15 * 1024 * 1024 + 1), 'picture-too-large'],
  ] as const)
    expect(await saveDraftLook(id, { ...change, upload })).toMatchObject({ refusal })
  expect(await findDraft(secret)).toMatchObject({ hasLogo: false, data: { colour: data.colour } })
  expect(await saveDraftLook(id, { ...change, upload: png })).toMatchObject({ ok: true })
  await saveDraftLook(id, { ...change, upload: undefined })
  expect(await findDraft(secret)).toMatchObject({ hasLogo: true, data: { colour: '#112233' } })
})

test('the founded co-op has the logo of its draft, and the draft has none any more', async () => {
  const { id, slug, data, founder } = await createDraft()
  await saveDraft(id, { data, logo: await createLogo('#25358a'), at: monday })
  await submitDraft(id, monday)
  const storage = createStorage()
  await buildDraft(storage, id, monday)
  const [tenant] = await owner`select id, logo_key from tenants where slug = ${slug}`
  const { id: tenantId, logo_key: logo } = tenant ?? {}
  expect([...storage.stored.keys()].toSorted()).toEqual(
    [1600, 400, 800].map((width) => `${tenantId}/${logo}-${width}.webp`),
  )
  expect(
    await owner`select f.mime, m.person_id from files f join members m on m.tenant_id = f.tenant_id
      and m.id = f.created_by where f.tenant_id = ${tenantId} and f.id = ${logo}`,
  ).toEqual([{ mime: 'image/webp', person_id: founder.id }])
  expect(await findDraftLogo(id)).toBeNull()
  await buildDraft(storage, id, monday)
  expect(storage.stored.size).toBe(3)
})

test('a draft whose founding was refused still has its logo, and nothing was stored', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const { id, data } = await createDraft({ slug: tenant.slug })
  const logo = await createLogo('#25358a')
  await saveDraft(id, { data, logo, at: monday })
  await submitDraft(id, monday)
  const storage = createStorage()
  await buildDraft(storage, id, monday)
  expect(storage.stored.size).toBe(0)
  expect(Buffer.compare((await findDraftLogo(id)) ?? new Uint8Array(), logo)).toBe(0)
})

test('an abandoned draft is deleted with its logo', async () => {
  const { id, data, secret } = await createDraft()
  await saveDraft(id, { data, logo: await createLogo('#25358a'), at: monday })
  const other = randomBytes(16).toString('hex')
  await startDraft(other, { data, at: monday.add({ hours: 24 * 31 }) })
  expect(await findDraft(secret)).toBeUndefined()
  expect(await findDraftLogo(id)).toBeNull()
})

test('a draft is not found without its secret', async () => {
  await createDraft()
  expect(await findDraft('guessed')).toBeUndefined()
})

test('the refusal of a taken address suggests three free ones', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  const verdict = await readSlug(tenant.slug, 'Bristol')
  expect(verdict.refusal).toBe('slug-taken')
  expect(verdict.suggestions).toHaveLength(3)
  for (const slug of verdict.suggestions)
    expect(await readSlug(slug, '')).toMatchObject({ refusal: null })
  expect((await readSlug('console', '')).refusal).toBe('slug-reserved')
})
