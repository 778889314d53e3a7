import { createHash, randomBytes } from 'node:crypto'
import '#db/testing/database.ts'
import { expect, test } from 'vitest'
import { EMPTY_DRAFT } from '#app/domains/founding/draft.ts'
import { findDraft, startDraft } from '#app/flows/founding/draft-co-op.server.ts'
import { monday as at } from '#app/flows/testing/co-op.ts'
import { charterOf, whyNot } from '#app/routes/found/charter.server.ts'
import { fillStep, type Founding } from '#app/routes/found/draft.server.ts'

const charter = { floor: { hourlyMinor: 1221 } }

test('a draft forgets its charter when its country has another currency, and keeps it otherwise', async () => {
  const secret = createHash('sha256').update(randomBytes(16)).digest('hex')
  await startDraft(secret, { data: { ...EMPTY_DRAFT, charter }, at })
  const fill = async (change: object) => {
    const draft = await findDraft(secret)
    if (!draft) throw new Error('no draft')
    await fillStep({ draft, data: draft.data, at } as Founding, change, '/start/look')
    return (await findDraft(secret))?.data
  }
  expect(await fill({ city: 'Hull' })).toMatchObject({ city: 'Hull', charter })
  const moved = await fill({ country: 'EG' })
  expect(moved).toMatchObject({ country: 'EG', city: 'Hull' })
  expect(moved).not.toHaveProperty('charter')
})

test('the founding form refuses an unchanged number that is below the floor of the currency', async () => {
  const draft = { ...EMPTY_DRAFT, country: 'EG', charter }
  expect(charterOf(draft).floor.hourlyMinor).toBe(1221)
  const wrong = await whyNot(draft, { locale: 'en', at })
  expect(wrong?.field).toBe('hourly')
  expect(wrong?.refusal).toContain('below-federation-floor')
  expect(await whyNot({ ...draft, country: 'GB' }, { locale: 'en', at })).toBeUndefined()
})
