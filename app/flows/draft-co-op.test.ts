import { owner } from '#db/testing/database.ts'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { EMPTY_DRAFT } from '#app/domains/federation/draft.ts'
import { readSlug } from '#app/reads/free-slugs.server.ts'
import { buildDraft, findDraft, keepDraft, sendDraft, startDraft } from './draft-co-op.server.ts'
import { anOpenCoOp, aPerson, monday } from './testing/co-op.ts'

async function aDraft(change: object = {}) {
  const secret = randomBytes(16).toString('hex')
  const slug = `d${randomBytes(6).toString('hex')}`
  const founder = await aPerson('Maya')
  const data = { ...EMPTY_DRAFT, name: 'Harbour', slug, ...change }
  await startDraft(secret, { data, at: monday })
  const draft = await findDraft(secret)
  if (!draft) throw new Error('no draft')
  await keepDraft(draft.id, { data, person: founder.id, at: monday })
  return { id: draft.id, secret, slug: data.slug, founder }
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
  await buildDraft(id, monday)
  expect(await stateOf(id)).toEqual({ state: 'built', step: 'invitations', failure: null })
  expect(await owner`select from tenants where slug = ${slug}`).toHaveLength(1)
})

test('a builder that ended after founding and before saying so finds its own co-op again', async () => {
  const { id, slug } = await aDraft()
  await sendDraft(id, monday)
  await buildDraft(id, monday)
  await owner`update founding_drafts set state = 'building', tenant_id = null where id = ${id}`
  await buildDraft(id, monday)
  expect(await stateOf(id)).toMatchObject({ state: 'built' })
  expect(await owner`select from tenants where slug = ${slug}`).toHaveLength(1)
})

test('an address that went to somebody else meanwhile is told, and everything filled in stays', async () => {
  const { tenant } = await anOpenCoOp('Amina')
  const { id, secret } = await aDraft({ slug: tenant.slug })
  await sendDraft(id, monday)
  await buildDraft(id, monday)
  expect(await stateOf(id)).toMatchObject({ state: 'failed', failure: 'slug-taken' })
  expect((await findDraft(secret))?.data.name).toBe('Harbour')
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
