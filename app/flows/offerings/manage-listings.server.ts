import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { deleteFile, findRepeatedFiles, recordFile } from '#app/domains/storefront/files.server.ts'
import type { Picture } from '#app/domains/storefront/picture.ts'
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
import { fromPrice } from '#app/rules/offerings/usual-quote.ts'
import { listingMeetsFloor } from '#app/rules/offerings/hourly-pay.ts'
import { removePicture, storePicture } from '#app/flows/storefront/store-picture.server.ts'

type ListingEdit = {
  /** The listing to change and the version that the edit was written from. Null makes a new listing. */
  readonly listing: { readonly id: ListingId; readonly version: number } | null
  readonly kind: string
  readonly words: ListingWords
  readonly by: Actor<MemberId>
  readonly at: Instant
}

type PublishRefusal = 'below-floor' | 'team-too-large'

/**
 * Changes a listing, or makes a new one as a draft. It refuses prices by which some choice would pay less per hour than
 * the charter's floor, so that no page offers them. It refuses a larger team than the co-op has for a published listing.
 */
export function writeOwnListing(
  tenant: Tenant,
  { listing, kind, words, by, at }: ListingEdit,
): Promise<Outcome<ListingId, PublishRefusal | 'not-found' | 'edit-conflict' | RightsRefusal>> {
  return inTenant(tenant.id, async (db) => {
    const denial = await denialOf(db, by.id, mayWriteListings)
    if (denial) return denial
    const { charter } = await charterInForce(db)
    const offering = { kind, fields: words.fields }
    if (!listingMeetsFloor(offering, charter)) return refused('below-floor')
    const { currency } = tenant
    const edit = { kind, words, from: fromPrice(offering, currency), currency, by, at }
    return listing ? changeListing(db, listing, edit) : addListing(db, edit)
  })
}

type PricedEdit = Omit<ListingEdit, 'listing'> & {
  readonly from: FromPrice
  readonly currency: string
}

async function changeListing(
  db: TenantDb,
  { id, version }: NonNullable<ListingEdit['listing']>,
  { kind, words, from, currency, by, at }: PricedEdit,
): Promise<Outcome<ListingId, 'not-found' | 'edit-conflict' | 'team-too-large'>> {
  const found = await listingById(db, id, true)
  if (found?.kind !== kind) return refused('not-found')
  if (found.version !== version) return refused('edit-conflict')
  if (found.state === 'published' && !(await hasTeam(db, { kind, fields: words.fields })))
    return refused('team-too-large')
  await rewriteListing(db, id, { ...words, from, at })
  const { title } = words
  const prices = { from: `${found.fromMinor}`, to: `${from.fromMinor}`, currency }
  const activity =
    from.fromMinor === found.fromMinor
      ? ({ act: 'listing-changed', detail: { title } } as const)
      : ({ act: 'listing-priced', detail: { title, prices } } as const)
  await recordListing(db, { ...activity, by, at })
  await touchContent(db, db.tenant)
  return done(id)
}

async function addListing(
  db: TenantDb,
  { kind, words, from, by, at }: PricedEdit,
): Promise<Outcome<ListingId, never>> {
  const before = await findRepeatedDraft(db, { ...words, by: by.id, at })
  if (before) return done(before)
  const place = await findFreePlace(db, slugFrom(words.title) || kind)
  const draft = { ...words, ...place, kind, from, sample: false, by: by.id, at }
  const id = await draftListing(db, draft)
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

/** Records what a member did to a listing in the co-op's log; a change of price with the price before. */
function recordListing(db: TenantDb, { act, detail, by, at }: ListingActivity): Promise<void> {
  return recordActivity(db, { act, actor: by.name, member: by.id, detail, at })
}

/** Says whether enough members take jobs for the team that a listing promises. */
async function hasTeam(db: TenantDb, { kind, fields }: Pick<Listing, 'kind' | 'fields'>) {
  return (await workingMembers(db)).size >= kindOf(kind).offer(fields).workers
}

/**
 * Publishes or withdraws a listing. It refuses to publish a listing below the floor of the charter in force, or one that
 * needs a larger team than the co-op has. A published sample becomes the co-op's own listing.
 */
export function showOwnListing(
  tenant: TenantId,
  {
    listing,
    shown,
    by,
    at,
  }: { listing: ListingId; shown: boolean; by: Actor<MemberId>; at: Instant },
): Promise<Outcome<null, PublishRefusal | 'not-found' | RightsRefusal>> {
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

/** Removes the blueprint's samples from the storefront. */
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

type NewPhoto = {
  readonly listing: ListingId
  readonly picture: Picture
  readonly alt: string
  readonly by: Actor<MemberId>
  readonly at: Instant
}

/**
 * Adds a photo to a listing. The bytes are stored before the row that names them, so that a crash between the two leaves
 * unused bytes and never a page with a missing photo. The same upload sent again adds nothing.
 */
export async function addListingPhoto(
  storage: Storage,
  tenant: TenantId,
  { listing, picture, alt, by, at }: NewPhoto,
): Promise<Outcome<null, 'not-found' | 'too-many-pictures' | RightsRefusal>> {
  const id = await storePicture(storage, tenant, picture)
  const added = await inTenant(tenant, async (db) => {
    const denial = await denialOf(db, by.id, mayWriteListings)
    if (denial) return denial
    await advisoryLock(db, `photos:${listing}`)
    if (!(await listingById(db, listing))) return refused('not-found')
    const same = await findRepeatedFiles(db, { picture, by: by.id, at })
    if ((await photosOf(db, listing)).some(({ file }) => same.includes(file)))
      return done('repeated')
    await recordFile(db, { id, picture, by: by.id, at })
    const attached = await attachPhoto(db, { listing, file: id, alt })
    if (!attached.ok) await deleteFile(db, id)
    else await touchContent(db, tenant)
    return attached
  })
  if (!added.ok || added.value === 'repeated') await removePicture(storage, tenant, id)
  return added.ok ? done(null) : added
}

type ListingPhoto = {
  readonly listing: ListingId
  readonly file: FileId
  readonly by: Actor<MemberId>
}

/** Removes a photo and its bytes from a listing. */
export async function removeListingPhoto(
  storage: Storage,
  tenant: TenantId,
  { listing, file, by }: ListingPhoto,
): Promise<Outcome<null, RightsRefusal>> {
  const removed = await inTenant(tenant, async (db) => {
    const denial = await denialOf(db, by.id, mayWriteListings)
    if (denial) return denial
    const detached = await detachPhoto(db, listing, file)
    if (detached) await deleteFile(db, file)
    await touchContent(db, tenant)
    return done(detached)
  })
  if (removed.ok && removed.value) await removePicture(storage, tenant, file)
  return removed.ok ? done(null) : removed
}

/** Makes a photo the first one of its listing. */
export function setCoverPhoto(
  tenant: TenantId,
  { listing, file, by }: ListingPhoto,
): Promise<Outcome<null, RightsRefusal>> {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, by.id, mayWriteListings)
    if (denial) return denial
    await makeCoverPhoto(db, listing, file)
    await touchContent(db, tenant)
    return done(null)
  })
}
