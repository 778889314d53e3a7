import {
  updateDirectoryEntry,
  type DirectoryEntry,
  directoryEntryOf,
} from '#app/domains/federation/tenants.server.ts'
import { deleteFile, recordFile } from '#app/domains/storefront/files.server.ts'
import type { Picture } from '#app/domains/storefront/picture.server.ts'
import { type ActivityAct, recordActivity } from '#app/domains/members/activity.server.ts'
import { denialOf } from '#app/domains/members/actor.server.ts'
import {
  mayChangeBranding,
  mayDismissChecklist,
  mayWriteOwnProfile,
  type RightsRefusal,
} from '#app/domains/members/may.ts'
import { changeProfile, type Profile, profileOf } from '#app/domains/members/profile.server.ts'
import {
  type Storefront,
  storefrontOf,
  writeStorefront,
} from '#app/domains/storefront/storefront.server.ts'
import type { Storage } from '#app/gateways/storage/storage.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { type FileId, type MemberId, readId, type TenantId } from '#app/kernel/ids.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import {
  enterTenant,
  inFederation,
  inTenant,
  leaveTenant,
  type TenantDb,
  touchContent,
} from '#tenants/scope.server.ts'
import { promiseFigures } from '#app/flows/books/promise-figures.server.ts'
import { removePicture, storePicture } from './store-picture.server.ts'

type When = { readonly by: Actor<MemberId>; readonly at: Instant }
/** The version that something is written from: what is newer by then is not overwritten unseen. */
type Versioned = When & { readonly version: number }
type BrandingOutcome = Promise<Outcome<null, 'edit-conflict' | RightsRefusal>>

/** Writes what the co-op says of itself: the directory's line and the storefront's words, together. */
export function writeOwnStorefront(
  tenant: TenantId,
  {
    entry,
    words,
    version,
    by,
    at,
  }: Versioned & { readonly entry: DirectoryEntry; readonly words: Storefront },
): BrandingOutcome {
  const fresh: Fresh = { storefront: ({ version: now }) => now === version }
  return change(tenant, { look: entry, act: 'storefront-changed', fresh, by, at }, (db) =>
    writeStorefront(db, words, at),
  )
}

/** Puts on two colours: cloth, palette and letters follow. */
export function changeColours(
  tenant: TenantId,
  {
    colour,
    colour2,
    version,
    by,
    at,
  }: Versioned & { readonly colour: string; readonly colour2: string },
): BrandingOutcome {
  const fresh: Fresh = { look: ({ coloursVersion }) => coloursVersion === version }
  return change(tenant, { look: { colour, colour2 }, act: 'colours-changed', fresh, by, at })
}

/** A co-op with the logo that somebody sees; each logo has an id of its own, which is its version. */
type WithLogo = Pick<Tenant, 'id' | 'logoKey'>

const logoIs = (seen: string | null): Fresh => ({ look: ({ logoKey }) => logoKey === seen })

/** Hangs up a logo in place of the small cloth or of the logo that was seen; that one is forgotten. */
export async function changeLogo(
  storage: Storage,
  { id, logoKey }: WithLogo,
  { picture, by, at }: When & { readonly picture: Picture },
): BrandingOutcome {
  const file = await storePicture(storage, id, picture)
  const old = readId<FileId>(logoKey)
  const hung = await change(
    id,
    { look: { logoKey: file }, act: 'logo-changed', fresh: logoIs(logoKey), by, at },
    async (db) => {
      await recordFile(db, { id: file, picture, by: by.id, at })
      if (old) await deleteFile(db, old)
    },
  )
  const left = hung.ok ? old : file
  if (left) await removePicture(storage, id, left)
  return hung
}

/** Takes the logo down that was seen: the cloth stands in its place again. */
export async function removeLogo(
  storage: Storage,
  { id, logoKey }: WithLogo,
  when: When,
): BrandingOutcome {
  const old = readId<FileId>(logoKey)
  if (!old) return done(null)
  const taken = {
    look: { logoKey: null },
    act: 'logo-changed',
    fresh: logoIs(logoKey),
    ...when,
  } as const
  const down = await change(id, taken, (db) => deleteFile(db, old))
  if (down.ok) await removePicture(storage, id, old)
  return down
}

/** Writes what a member says of themselves, with a photograph when one was given. */
export async function writeOwnProfile(
  storage: Storage,
  tenant: TenantId,
  {
    by,
    profile,
    picture,
    version,
    at,
  }: Versioned & { readonly profile: Profile; readonly picture?: Picture },
): BrandingOutcome {
  const file = picture && (await storePicture(storage, tenant, picture))
  const written = await inTenant(tenant, async (db) => {
    const denial = await denialOf(db, by.id, mayWriteOwnProfile)
    if (denial) return denial
    const before = await profileOf(db, by.id, true)
    if (before?.version !== version) return refused('edit-conflict')
    if (file && picture) await recordFile(db, { id: file, picture, by: by.id, at })
    await changeProfile(db, by.id, file ? { ...profile, photoId: file } : profile)
    if (file && before.photoId) await deleteFile(db, before.photoId)
    await touchContent(db, tenant)
    return done(file ? before.photoId : null)
  })
  const left = written.ok ? written.value : file
  if (left) await removePicture(storage, tenant, left)
  return written.ok ? done(null) : written
}

/** Takes a member's photograph away: the drawn figure stands in its place again. */
export async function removeOwnPhoto(
  storage: Storage,
  tenant: TenantId,
  member: MemberId,
): BrandingOutcome {
  const taken = await inTenant(tenant, async (db) => {
    const denial = await denialOf(db, member, mayWriteOwnProfile)
    if (denial) return denial
    const photo = (await profileOf(db, member, true))?.photoId
    await changeProfile(db, member, { photoId: null })
    if (photo) await deleteFile(db, photo)
    await touchContent(db, tenant)
    return done(photo)
  })
  if (taken.ok && taken.value) await removePicture(storage, tenant, taken.value)
  return taken.ok ? done(null) : taken
}

/** Puts the first days' list away for good. */
export function dismissChecklist(tenant: TenantId, { by, at }: When): BrandingOutcome {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, by.id, mayDismissChecklist)
    if (denial) return denial
    await recordActivity(db, { act: 'checklist-dismissed', actor: by.name, member: by.id, at })
    return done(null)
  })
}

const nothing = () => Promise.resolve()

/** Whether what is overwritten is still what was seen: of the storefront's words, of the directory's line. */
type Fresh = {
  readonly storefront?: (now: { readonly version: number }) => boolean
  readonly look?: (now: Tenant) => boolean
}

type Change = When & {
  readonly look: DirectoryEntry
  readonly act: ActivityAct
  readonly fresh: Fresh
}

/**
 * A change of what the directory shows of a co-op, noted in the co-op's log and seen on its site at once. What it
 * overwrites is locked while it is compared, so that of two at once the second one is shown the first one's.
 */
function change(
  tenant: TenantId,
  { look, act, fresh, by, at }: Change,
  own: (db: TenantDb) => Promise<void> = nothing,
): BrandingOutcome {
  return inFederation(async (federation) => {
    const coOp = await enterTenant(federation, tenant)
    const denial = await denialOf(coOp, by.id, mayChangeBranding)
    if (denial) return denial
    const words = fresh.storefront && (await storefrontOf(coOp, true))
    if (words && !fresh.storefront?.(words)) return refused('edit-conflict')
    const directory = await leaveTenant(coOp)
    const line = fresh.look && (await directoryEntryOf(directory, tenant))
    if (line && !fresh.look?.(line)) return refused('edit-conflict')
    await updateDirectoryEntry(directory, tenant, look)
    const db = await enterTenant(federation, tenant)
    await own(db)
    await recordActivity(db, { act, actor: by.name, member: by.id, at })
    if (look.timeZone) await promiseFigures(db)
    await touchContent(db, tenant)
    await leaveTenant(db)
    return done(null)
  })
}
