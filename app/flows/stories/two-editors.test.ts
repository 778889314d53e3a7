import { owner } from '#db/testing/database.ts'
import { expect, test } from 'vitest'
import { publishedListings } from '#app/domains/offerings/find-listing.server.ts'
import { saveWeek } from '#app/flows/jobs/save-hours.server.ts'
import { showOwnListing, writeOwnListing } from '#app/flows/offerings/manage-listings.server.ts'
import {
  changeColours,
  changeLogo,
  removeLogo,
  writeOwnProfile,
  writeOwnStorefront,
} from '#app/flows/storefront/change-branding.server.ts'
import { createOpenCoOp, monday as at } from '#app/flows/testing/co-op.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import type { Outcome, Refusal } from '#app/kernel/outcome.ts'
import { readHours } from '#app/reads/jobs/hours-page.server.ts'
import { readOwnProfile, readOwnStorefront } from '#app/reads/members/own-co-op.server.ts'
import { readOwnListing } from '#app/reads/offerings/own-listing.server.ts'
import { inTenant } from '#tenants/scope.server.ts'

const CONFLICT = { ok: false, refusal: 'edit-conflict' }

async function createCoOp() {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const [amina, rosa] = members as [MemberId, MemberId]
  return { tenant, by: { id: amina, name: 'Amina' }, other: { id: rosa, name: 'Rosa' } }
}

/** Makes a storage in memory whose keys a test can read. */
function createStorage() {
  const stored = new Set<string>()
  return {
    stored,
    put: async (key: string) => void stored.add(key),
    get: () => Promise.resolve(undefined),
    remove: async (key: string) => void stored.delete(key),
  }
}

const createPicture = (byte: number) => ({
  sizes: [400, 800, 1600].map((width) => ({ width, webp: new Uint8Array([byte]) })),
  width: 300,
  height: 300,
  thumbhash: `${byte}`,
})

type Edit = (typed: string, version: number) => Promise<Outcome<unknown, Refusal>>

/**
 * Sends four edits of one version at once, and checks that one is saved and three conflict. A refused text is then saved
 * with the new version.
 */
async function editTogether(
  edit: Edit,
  readCurrent: () => Promise<{ version: number; said: string }>,
) {
  const { version } = await readCurrent()
  const typed = ['#aa1111', '#bb2222', '#cc3333', '#dd4444']
  const answers = await Promise.all(typed.map((text) => edit(text, version)))
  const saved = typed.filter((_, index) => answers[index]?.ok)
  expect(saved).toHaveLength(1)
  expect(answers.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 3 }, () => CONFLICT))
  const current = await readCurrent()
  expect(current).toEqual({ version: version + 1, said: saved[0] })
  const refusedText = typed.find((text) => text !== saved[0]) ?? ''
  expect(await edit(refusedText, version)).toEqual(CONFLICT)
  expect(await readCurrent()).toEqual(current)
  expect((await edit(refusedText, current.version)).ok).toBe(true)
  expect((await readCurrent()).said).toBe(refusedText)
}

test('of four simultaneous edits of a listing one is saved, and three conflict', async () => {
  const { tenant, by, other } = await createCoOp()
  const [listing] = await inTenant(tenant.id, publishedListings)
  if (!listing) throw new Error('no listing')
  const { id, fields } = listing
  await editTogether(
    (title, version) => {
      const words = { title, summary: '', body: '', fields }
      const author = title === '#aa1111' ? by : other
      return writeOwnListing(tenant, {
        listing: { id, version },
        kind: 'visit',
        words,
        by: author,
        at,
      })
    },
    async () => {
      const page = await readOwnListing(tenant, id, at)
      return { version: page?.listing?.version ?? 0, said: page?.listing?.title ?? '' }
    },
  )
  const [log] = await owner`select count(*)::int as changes from activities
    where tenant_id = ${tenant.id} and act = 'listing-changed'`
  expect(log?.['changes']).toBe(2)
})

test('withdrawing a listing does not change the version of its form', async () => {
  const { tenant, by } = await createCoOp()
  const [listing] = await inTenant(tenant.id, publishedListings)
  if (!listing) throw new Error('no listing')
  const { id, version, title, summary, body, fields } = listing
  await showOwnListing(tenant.id, { listing: id, shown: false, by, at })
  const words = { title, summary, body, fields }
  const written = await writeOwnListing(tenant, {
    listing: { id, version },
    kind: 'visit',
    words,
    by,
    at,
  })
  expect(written.ok).toBe(true)
})

test('of simultaneous edits of the storefront’s words and the directory’s entry one is saved', async () => {
  const { tenant, by } = await createCoOp()
  await editTogether(
    (text, version) => {
      const written = { entry: { name: text }, words: { headline: text }, version, by, at }
      return writeOwnStorefront(tenant.id, written)
    },
    async () => {
      const { words, look, version } = await readOwnStorefront(tenant)
      if (version > 1) expect(look.name).toBe(words.headline)
      return { version, said: words.headline }
    },
  )
})

test('of simultaneous changes of the colours one is saved, and other words do not change their version', async () => {
  const { tenant, by } = await createCoOp()
  await editTogether(
    async (colour, version) => {
      const { version: words } = await readOwnStorefront(tenant)
      const said = { entry: { tagline: colour }, words: { headline: 'A' }, version: words, by, at }
      await writeOwnStorefront(tenant.id, said)
      return changeColours(tenant.id, { colour, colour2: '#ffffff', version, by, at })
    },
    async () => {
      const { look } = await readOwnStorefront(tenant)
      return { version: look.coloursVersion, said: look.colour }
    },
  )
})

test('of simultaneous changes of the logo one is saved, and no bytes of the others stay', async () => {
  const { tenant, by, other } = await createCoOp()
  const storage = createStorage()
  const setLogo = (byte: number, logoKey: string | null, author = by) =>
    changeLogo(
      storage,
      { id: tenant.id, logoKey },
      { picture: createPicture(byte), by: author, at },
    )
  await owner`insert into offices (tenant_id, member_id, office, since)
    values (${tenant.id}, ${other.id}, 'steward', now())`
  const answers = await Promise.all([setLogo(1, null), setLogo(2, null, other), setLogo(3, null)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.filter(({ ok }) => !ok)).toEqual([CONFLICT, CONFLICT])
  const { logoKey } = (await readOwnStorefront(tenant)).look
  expect([...storage.stored].every((key) => key.includes(String(logoKey)))).toBe(true)
  expect(storage.stored.size).toBe(3)
  expect(await setLogo(4, null)).toEqual(CONFLICT)
  expect((await setLogo(4, logoKey)).ok).toBe(true)
  const removal = { id: tenant.id, logoKey }
  expect(await removeLogo(storage, removal, { by, at })).toEqual(CONFLICT)
  expect(storage.stored.size).toBe(3)
  expect(await owner`select from files where tenant_id = ${tenant.id}`).toHaveLength(1)
})

test('of simultaneous edits of a profile one is saved, and no bytes of the other photos stay', async () => {
  const { tenant, by } = await createCoOp()
  const storage = createStorage()
  await editTogether(
    (about, version) => {
      const profile = { displayName: 'Amina', about, locale: 'en' as const }
      return writeOwnProfile(storage, tenant.id, {
        by,
        profile,
        picture: createPicture(1),
        version,
        at,
      })
    },
    async () => {
      const profile = await readOwnProfile(tenant, by.id)
      return { version: profile?.version ?? 0, said: profile?.about ?? '' }
    },
  )
  expect(storage.stored.size).toBe(3)
})

test('of simultaneous edits of a week by a member and a steward one is saved', async () => {
  const { tenant, by, other } = await createCoOp()
  const minutes = ['#aa1111', '#bb2222', '#cc3333', '#dd4444']
  await editTogether(
    (text, version) => {
      const from = 480 + minutes.indexOf(text) * 15
      const week = [{ weekday: 1, fromMinute: from, untilMinute: 1200 }]
      const author = text === '#aa1111' ? other : by
      return saveWeek(tenant.id, { member: other.id, week, works: true, version, by: author, at })
    },
    async () => {
      const page = await readHours(tenant, other.id, at)
      const [monday] = page?.week ?? []
      const said = minutes[((monday?.fromMinute ?? 0) - 480) / 15] ?? ''
      return { version: page?.version ?? 0, said }
    },
  )
})
