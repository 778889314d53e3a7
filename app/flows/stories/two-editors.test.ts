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

async function aHouse() {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const [amina, rosa] = members as [MemberId, MemberId]
  return { tenant, by: { id: amina, name: 'Amina' }, other: { id: rosa, name: 'Rosa' } }
}

/** Keeps what hangs, so that a test can look at what is left. */
function aStorage() {
  const kept = new Set<string>()
  return {
    kept,
    put: async (key: string) => void kept.add(key),
    get: () => Promise.resolve(undefined),
    remove: async (key: string) => void kept.delete(key),
  }
}

const picture = (byte: number) => ({
  sizes: [400, 800, 1600].map((width) => ({ width, webp: new Uint8Array([byte]) })),
  width: 300,
  height: 300,
  thumbhash: `${byte}`,
})

type Edit = (typed: string, version: number) => Promise<Outcome<unknown, Refusal>>

/** Both write from one version at the same moment: one is saved, and the other saves over it once both were seen. */
async function together(edit: Edit, now: () => Promise<{ version: number; said: string }>) {
  const { version } = await now()
  const typed = ['#aa1111', '#bb2222', '#cc3333', '#dd4444']
  const answers = await Promise.all(typed.map((text) => edit(text, version)))
  const saved = typed.filter((_, index) => answers[index]?.ok)
  expect(saved).toHaveLength(1)
  expect(answers.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 3 }, () => CONFLICT))
  const seen = await now()
  expect(seen).toEqual({ version: version + 1, said: saved[0] })
  const late = typed.find((text) => text !== saved[0]) ?? ''
  expect(await edit(late, version)).toEqual(CONFLICT)
  expect(await now()).toEqual(seen)
  expect((await edit(late, seen.version)).ok).toBe(true)
  expect((await now()).said).toBe(late)
}

test('a listing that four write at once is one’s, and three are shown both', async () => {
  const { tenant, by, other } = await aHouse()
  const [listing] = await inTenant(tenant.id, publishedListings)
  if (!listing) throw new Error('no listing')
  const { id, fields } = listing
  await together(
    (title, version) => {
      const words = { title, summary: '', body: '', fields }
      const who = title === '#aa1111' ? by : other
      return writeOwnListing(tenant, {
        listing: { id, version },
        kind: 'visit',
        words,
        by: who,
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

test('what is no part of a form makes it no older: a listing is withdrawn while it is written', async () => {
  const { tenant, by } = await aHouse()
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

test('the storefront’s words, with the directory’s line, are one’s of those who write them at once', async () => {
  const { tenant, by } = await aHouse()
  await together(
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

test('colours are one’s of those who choose them at once, and other words make them no older', async () => {
  const { tenant, by } = await aHouse()
  await together(
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

test('of logos that are hung at once one hangs, and no bytes are left of the others', async () => {
  const { tenant, by, other } = await aHouse()
  const storage = aStorage()
  const hang = (byte: number, logoKey: string | null, who = by) =>
    changeLogo(storage, { id: tenant.id, logoKey }, { picture: picture(byte), by: who, at })
  await owner`insert into offices (tenant_id, member_id, office, since)
    values (${tenant.id}, ${other.id}, 'steward', now())`
  const hung = await Promise.all([hang(1, null), hang(2, null, other), hang(3, null)])
  expect(hung.filter(({ ok }) => ok)).toHaveLength(1)
  expect(hung.filter(({ ok }) => !ok)).toEqual([CONFLICT, CONFLICT])
  const { logoKey } = (await readOwnStorefront(tenant)).look
  expect([...storage.kept].every((key) => key.includes(String(logoKey)))).toBe(true)
  expect(storage.kept.size).toBe(3)
  expect(await hang(4, null)).toEqual(CONFLICT)
  expect((await hang(4, logoKey)).ok).toBe(true)
  const down = { id: tenant.id, logoKey }
  expect(await removeLogo(storage, down, { by, at })).toEqual(CONFLICT)
  expect(storage.kept.size).toBe(3)
  expect(await owner`select from files where tenant_id = ${tenant.id}`).toHaveLength(1)
})

test('a profile that is written on two devices at once is one’s, and the other’s picture leaves nothing', async () => {
  const { tenant, by } = await aHouse()
  const storage = aStorage()
  await together(
    (about, version) => {
      const profile = { displayName: 'Amina', about, locale: 'en' as const }
      return writeOwnProfile(storage, tenant.id, { by, profile, picture: picture(1), version, at })
    },
    async () => {
      const profile = await readOwnProfile(tenant, by.id)
      return { version: profile?.version ?? 0, said: profile?.about ?? '' }
    },
  )
  expect(storage.kept.size).toBe(3)
})

test('a week that a member and a steward write at once is one’s', async () => {
  const { tenant, by, other } = await aHouse()
  const minutes = ['#aa1111', '#bb2222', '#cc3333', '#dd4444']
  await together(
    (text, version) => {
      const from = 480 + minutes.indexOf(text) * 15
      const week = [{ weekday: 1, fromMinute: from, untilMinute: 1200 }]
      const who = text === '#aa1111' ? other : by
      return saveWeek(tenant.id, { member: other.id, week, works: true, version, by: who, at })
    },
    async () => {
      const page = await readHours(tenant, other.id, at)
      const [monday] = page?.week ?? []
      const said = minutes[((monday?.fromMinute ?? 0) - 480) / 15] ?? ''
      return { version: page?.version ?? 0, said }
    },
  )
})
