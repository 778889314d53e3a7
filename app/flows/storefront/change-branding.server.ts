import {
  updateDirectoryEntry,
  type DirectoryEntry,
  directoryEntryOf,
} from '#app/domains/federation/tenants.server.ts'
import { deleteFile, recordFile } from '#app/domains/storefront/files.server.ts'
import type { Picture } from '#app/domains/storefront/picture.ts'
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

type ActorAndTime = { readonly by: Actor<MemberId>; readonly at: Instant }
/** The version that the change was written from. A newer version in the database is a conflict. */
type Versioned = ActorAndTime & { readonly version: number }
type BrandingOutcome = Promise<Outcome<null, 'edit-conflict' | RightsRefusal>>

/** Changes the co-op's entry in the directory and the words of its storefront together. */
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
  const unchanged: UnchangedChecks = { storefront: ({ version: current }) => current === version }
  return changeBranding(
    tenant,
    { look: entry, act: 'storefront-changed', unchanged, by, at },
    (db) => writeStorefront(db, words, at),
  )
}

/** Changes the two colours of the co-op. The pattern, the palette and the letters follow from them. */
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
  const unchanged: UnchangedChecks = { look: ({ coloursVersion }) => coloursVersion === version }
  return changeBranding(tenant, {
    look: { colour, colour2 },
    act: 'colours-changed',
    unchanged,
    by,
    at,
  })
}

/** A co-op with the logo that the form showed. Each logo has an id, which serves as its version. */
type WithLogo = Pick<Tenant, 'id' | 'logoKey'>

const requireLogo = (shown: string | null): UnchangedChecks => ({
  look: ({ logoKey }) => logoKey === shown,
})

/** Sets the logo. It replaces the small pattern or the logo that the form showed, and deletes the latter. */
export async function changeLogo(
  storage: Storage,
  { id, logoKey }: WithLogo,
  { picture, by, at }: ActorAndTime & { readonly picture: Picture },
): BrandingOutcome {
  const file = await storePicture(storage, id, picture)
  const old = readId<FileId>(logoKey)
  const changed = await changeBranding(
    id,
    { look: { logoKey: file }, act: 'logo-changed', unchanged: requireLogo(logoKey), by, at },
    async (db) => {
      await recordFile(db, { id: file, picture, by: by.id, at })
      if (old) await deleteFile(db, old)
    },
  )
  const unused = changed.ok ? old : file
  if (unused) await removePicture(storage, id, unused)
  return changed
}

/** Removes the logo that the form showed. The small pattern is shown in its place. */
export async function removeLogo(
  storage: Storage,
  { id, logoKey }: WithLogo,
  actorAndTime: ActorAndTime,
): BrandingOutcome {
  const old = readId<FileId>(logoKey)
  if (!old) return done(null)
  const removal = {
    look: { logoKey: null },
    act: 'logo-changed',
    unchanged: requireLogo(logoKey),
    ...actorAndTime,
  } as const
  const removed = await changeBranding(id, removal, (db) => deleteFile(db, old))
  if (removed.ok) await removePicture(storage, id, old)
  return removed
}

/** Changes a member's profile, and the photo if one is given. */
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
  const unused = written.ok ? written.value : file
  if (unused) await removePicture(storage, tenant, unused)
  return written.ok ? done(null) : written
}

/** Removes a member's photo. The avatar is shown in its place. */
export async function removeOwnPhoto(
  storage: Storage,
  tenant: TenantId,
  member: MemberId,
): BrandingOutcome {
  const removed = await inTenant(tenant, async (db) => {
    const denial = await denialOf(db, member, mayWriteOwnProfile)
    if (denial) return denial
    const photo = (await profileOf(db, member, true))?.photoId
    await changeProfile(db, member, { photoId: null })
    if (photo) await deleteFile(db, photo)
    await touchContent(db, tenant)
    return done(photo)
  })
  if (removed.ok && removed.value) await removePicture(storage, tenant, removed.value)
  return removed.ok ? done(null) : removed
}

/** Hides the checklist of the first days permanently. */
export function dismissChecklist(tenant: TenantId, { by, at }: ActorAndTime): BrandingOutcome {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, by.id, mayDismissChecklist)
    if (denial) return denial
    await recordActivity(db, { act: 'checklist-dismissed', actor: by.name, member: by.id, at })
    return done(null)
  })
}

const doNothing = () => Promise.resolve()

/** Checks that what is overwritten is still what the form showed: the storefront's words, the directory's entry. */
type UnchangedChecks = {
  readonly storefront?: (current: { readonly version: number }) => boolean
  readonly look?: (current: Tenant) => boolean
}

type BrandingChange = ActorAndTime & {
  readonly look: DirectoryEntry
  readonly act: ActivityAct
  readonly unchanged: UnchangedChecks
}

/**
 * Changes a co-op's entry in the directory, records the change in the co-op's log, and clears its cached pages. It locks
 * what it overwrites while it compares, so that the second of two simultaneous changes is a conflict.
 */
function changeBranding(
  tenant: TenantId,
  { look, act, unchanged, by, at }: BrandingChange,
  writeMore: (db: TenantDb) => Promise<void> = doNothing,
): BrandingOutcome {
  return inFederation(async (federation) => {
    const coOp = await enterTenant(federation, tenant)
    const denial = await denialOf(coOp, by.id, mayChangeBranding)
    if (denial) return denial
    const currentWords = unchanged.storefront && (await storefrontOf(coOp, true))
    if (currentWords && !unchanged.storefront?.(currentWords)) return refused('edit-conflict')
    const directory = await leaveTenant(coOp)
    const currentLook = unchanged.look && (await directoryEntryOf(directory, tenant))
    if (currentLook && !unchanged.look?.(currentLook)) return refused('edit-conflict')
    await updateDirectoryEntry(directory, tenant, look)
    const db = await enterTenant(federation, tenant)
    await writeMore(db)
    await recordActivity(db, { act, actor: by.name, member: by.id, at })
    if (look.timeZone) await promiseFigures(db)
    await touchContent(db, tenant)
    await leaveTenant(db)
    return done(null)
  })
}
