import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { deleteFile, findRepeatedFiles, recordFile } from '#app/domains/storefront/files.server.ts'
import type { Picture } from '#app/domains/storefront/picture.server.ts'
import { type Listing, listingById } from '#app/domains/offerings/find-listing.server.ts'
import {
  attachPhoto,
  makeCoverPhoto,
  photosOf,
  detachPhoto,
} from '#app/domains/offerings/photos.server.ts'
import { removeSamples, samplesOf } from '#app/domains/offerings/remove-samples.server.ts'
import { orderedListings } from '#app/domains/orders/ordered-listings.server.ts'
import {
  draftListing,
  findRepeatedDraft,
  findFreePlace,
  type FromPrice,
  type ListingWords,
  rewriteListing,
  adoptSample,
  setPublished,
} from '#app/domains/offerings/write-listing.server.ts'
import { type ActivityAct, recordActivity } from '#app/domains/members/activity.server.ts'
import { denialOf } from '#app/domains/members/actor.server.ts'
import {
  mayPublishListings,
  mayWriteListings,
  type RightsRefusal,
} from '#app/domains/members/may.ts'
import { workingMembers } from '#app/domains/members/working.server.ts'
import type { Storage } from '#app/gateways/storage/storage.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { type FileId, type ListingId, type MemberId, type TenantId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, advisoryLock, type TenantDb, touchContent } from '#tenants/scope.server.ts'
import { slugFrom } from '#tenants/slug.ts'
import { kindOf } from '#app/offerings/registry.server.ts'
import { fromPrice } from '#app/rules/offerings/listing-price.ts'
import { listingMeetsFloor } from '#app/rules/offerings/hourly-pay.ts'
import { removePicture, storePicture } from '#app/flows/storefront/store-picture.server.ts'

type Written = {
  /** The listing that is changed, and the version it is written from; a new one when there is none. */
  readonly listing: { readonly id: ListingId; readonly version: number } | null
  readonly kind: string
  readonly words: ListingWords
  readonly by: Actor<MemberId>
  readonly at: Instant
}

type UnfitToShow = 'below-floor' | 'team-too-large'

/**
 * Writes a listing, or a new one as a draft. Prices by which an hour could pay less than the charter's floor, whatever
 * a customer chooses, are refused here, so that no page ever offers them; and what the street sees already is not given
 * a team that the co-op does not have.
 */
export function writeOwnListing(
  tenant: Tenant,
  { listing, kind, words, by, at }: Written,
): Promise<Outcome<ListingId, UnfitToShow | 'not-found' | 'edit-conflict' | RightsRefusal>> {
  return inTenant(tenant.id, async (db) => {
    const denial = await denialOf(db, by.id, mayWriteListings)
    if (denial) return denial
    const { charter } = await charterInForce(db)
    const offered = { kind, fields: words.fields }
    if (!listingMeetsFloor(offered, charter)) return refused('below-floor')
    const { currency } = tenant
    const writing = { kind, words, from: fromPrice(offered, currency), currency, by, at }
    return listing ? rewriteOwn(db, listing, writing) : draftOwn(db, writing)
  })
}

type Writing = Omit<Written, 'listing'> & { readonly from: FromPrice; readonly currency: string }

async function rewriteOwn(
  db: TenantDb,
  { id, version }: NonNullable<Written['listing']>,
  { kind, words, from, currency, by, at }: Writing,
): Promise<Outcome<ListingId, 'not-found' | 'edit-conflict' | 'team-too-large'>> {
  const found = await listingById(db, id, true)
  if (found?.kind !== kind) return refused('not-found')
  if (found.version !== version) return refused('edit-conflict')
  if (found.state === 'published' && !(await hasTeam(db, { kind, fields: words.fields })))
    return refused('team-too-large')
  await rewriteListing(db, id, { ...words, from, at })
  const { title } = words
  const prices = { from: `${found.fromMinor}`, to: `${from.fromMinor}`, currency }
  const what =
    from.fromMinor === found.fromMinor
      ? ({ act: 'listing-changed', detail: { title } } as const)
      : ({ act: 'listing-priced', detail: { title, prices } } as const)
  await recordListing(db, { ...what, by, at })
  await touchContent(db, db.tenant)
  return done(id)
}

async function draftOwn(
  db: TenantDb,
  { kind, words, from, by, at }: Writing,
): Promise<Outcome<ListingId, never>> {
  const before = await findRepeatedDraft(db, { ...words, by: by.id, at })
  if (before) return done(before)
  const place = await findFreePlace(db, slugFrom(words.title) || kind)
  const drafted = { ...words, ...place, kind, from, sample: false, by: by.id, at }
  const id = await draftListing(db, drafted)
  await recordListing(db, { act: 'listing-added', detail: { title: words.title }, by, at })
  await touchContent(db, db.tenant)
  return done(id)
}

type ListingActivity = {
  readonly act: Extract<ActivityAct, `listing-${string}` | 'samples-removed'>
  readonly detail: Record<string, unknown>
  readonly by: Actor<MemberId>
  readonly at: Instant
}

/** Writes what somebody did to a listing into the co-op's log: a price that changed, with what it was. */
function recordListing(db: TenantDb, { act, detail, by, at }: ListingActivity): Promise<void> {
  return recordActivity(db, { act, actor: by.name, member: by.id, detail, at })
}

/** Whether enough members take jobs for what customers are promised. */
async function hasTeam(db: TenantDb, { kind, fields }: Pick<Listing, 'kind' | 'fields'>) {
  return (await workingMembers(db)).size >= kindOf(kind).offer(fields).workers
}

/**
 * Publishes or withdraws a listing, and what the street sees with it. What an older charter allowed is published only
 * when today's does, and a team only when there are enough to make one.
 */
export function showOwnListing(
  tenant: TenantId,
  {
    listing,
    shown,
    by,
    at,
  }: { listing: ListingId; shown: boolean; by: Actor<MemberId>; at: Instant },
): Promise<Outcome<null, UnfitToShow | 'not-found' | RightsRefusal>> {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, by.id, mayPublishListings)
    if (denial) return denial
    const found = await listingById(db, listing, true)
    if (!found) return refused('not-found')
    const { charter } = await charterInForce(db)
    if (shown && !listingMeetsFloor(found, charter)) return refused('below-floor')
    if (shown && !(await hasTeam(db, found))) return refused('team-too-large')
    await setPublished(db, listing, shown, at)
    if (shown && found.sample) await adoptSample(db, listing)
    const { title, state } = found
    if (shown !== (state === 'published'))
      await recordListing(db, {
        act: shown ? 'listing-published' : 'listing-withdrawn',
        detail: { title },
        by,
        at,
      })
    await touchContent(db, tenant)
    return done(null)
  })
}

/** Takes the blueprint's samples off the storefront. */
export function removeAllSamples(
  tenant: TenantId,
  { by, at }: { readonly by: Actor<MemberId>; readonly at: Instant },
): Promise<Outcome<null, RightsRefusal>> {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, by.id, mayPublishListings)
    if (denial) return denial
    const samples = await samplesOf(db)
    if (samples.length === 0) return done(null)
    await removeSamples(db, await orderedListings(db, samples))
    await recordListing(db, { act: 'samples-removed', detail: {}, by, at })
    await touchContent(db, tenant)
    return done(null)
  })
}

type Hung = {
  readonly listing: ListingId
  readonly picture: Picture
  readonly alt: string
  readonly by: Actor<MemberId>
  readonly at: Instant
}

/**
 * Hangs a picture on a listing. The bytes are stored before the row that names them: a crash between the two leaves
 * bytes nobody asks for, never a page with a hole.
 */
export async function addListingPhoto(
  storage: Storage,
  tenant: TenantId,
  { listing, picture, alt, by, at }: Hung,
): Promise<Outcome<null, 'not-found' | 'too-many-pictures' | RightsRefusal>> {
  const id = await storePicture(storage, tenant, picture)
  const hung = await inTenant(tenant, async (db) => {
    const denial = await denialOf(db, by.id, mayWriteListings)
    if (denial) return denial
    await advisoryLock(db, `photos:${listing}`)
    if (!(await listingById(db, listing))) return refused('not-found')
    const alike = await findRepeatedFiles(db, { picture, by: by.id, at })
    if ((await photosOf(db, listing)).some(({ file }) => alike.includes(file))) return done('again')
    await recordFile(db, { id, picture, by: by.id, at })
    const room = await attachPhoto(db, { listing, file: id, alt })
    if (!room.ok) await deleteFile(db, id)
    else await touchContent(db, tenant)
    return room
  })
  if (!hung.ok || hung.value === 'again') await removePicture(storage, tenant, id)
  return hung.ok ? done(null) : hung
}

type Hanging = { readonly listing: ListingId; readonly file: FileId; readonly by: Actor<MemberId> }

/** Takes a picture off a listing, and its bytes with it. */
export async function removeListingPhoto(
  storage: Storage,
  tenant: TenantId,
  { listing, file, by }: Hanging,
): Promise<Outcome<null, RightsRefusal>> {
  const taken = await inTenant(tenant, async (db) => {
    const denial = await denialOf(db, by.id, mayWriteListings)
    if (denial) return denial
    const hung = await detachPhoto(db, listing, file)
    if (hung) await deleteFile(db, file)
    await touchContent(db, tenant)
    return done(hung)
  })
  if (taken.ok && taken.value) await removePicture(storage, tenant, file)
  return taken.ok ? done(null) : taken
}

/** Makes a picture the first of its listing. */
export function putPhotoFirst(
  tenant: TenantId,
  { listing, file, by }: Hanging,
): Promise<Outcome<null, RightsRefusal>> {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, by.id, mayWriteListings)
    if (denial) return denial
    await makeCoverPhoto(db, listing, file)
    await touchContent(db, tenant)
    return done(null)
  })
}
