import {
  beginDraft,
  type Draft,
  draftById,
  draftLogo,
  draftBySecret,
  type DraftInput,
  saveDraftInput,
  claimDraft,
  recordStep,
  finishDraft,
} from '#app/domains/founding/drafts.server.ts'
import type { DraftData } from '#app/domains/founding/draft.ts'
import {
  readPicture,
  reencodePicture,
  smallestSize,
} from '#app/domains/storefront/picture.server.ts'
import type { PictureRefusal } from '#app/domains/storefront/picture.ts'
import { personById } from '#app/domains/accounts/people.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Storage } from '#app/gateways/storage/storage.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { TenantId } from '#app/kernel/ids.ts'
import { done, type Outcome } from '#app/kernel/outcome.ts'
import { COUNTRIES } from '#tenants/countries.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { foundCoOp, findFoundedCoOp } from './found-co-op.server.ts'
import { storePicture } from '#app/flows/storefront/store-picture.server.ts'

/** Finds a draft by the fingerprint of its secret. */
export function findDraft(secretHash: string): Promise<Draft | undefined> {
  return inFederation((db) => draftBySecret(db, secretHash), { readOnly: true })
}

/** Finds the logo that is stored with a draft. Returns null if it has none. */
export function findDraftLogo(id: string): Promise<Uint8Array | null> {
  return inFederation((db) => draftLogo(db, id), { readOnly: true })
}

/** Creates a draft under the fingerprint of its secret. */
export function startDraft(
  secretHash: string,
  draft: { readonly data: DraftData; readonly at: Instant },
): Promise<void> {
  return inFederation((db) => beginDraft(db, secretHash, draft))
}

/** Saves the data of a draft, and its logo and founder where they are given. */
export function saveDraft(id: string, filled: DraftInput): Promise<void> {
  return inFederation((db) => saveDraftInput(db, id, filled))
}

/**
 * Saves the colours of a draft and an uploaded logo. The logo is decoded and encoded again, in a place for uploads
 * without an account. A refused logo changes
 * nothing.
 */
export async function saveDraftLook(
  id: string,
  { upload, ...filled }: Omit<DraftInput, 'logo'> & { readonly upload: Uint8Array | undefined },
): Promise<Outcome<null, PictureRefusal>> {
  const picture = upload && (await readPicture(upload, 'logo', 'stranger'))
  if (picture && !picture.ok) return picture
  await saveDraft(id, { ...filled, logo: picture && smallestSize(picture.value) })
  return done(null)
}

/** Promises the task that founds the co-op of a draft. A repeated call promises nothing more. */
export function submitDraft(id: string, at: Instant): Promise<void> {
  return inFederation(async (db) => {
    if (await claimDraft(db, id, at))
      await promiseTask(db, { task: 'build-draft', payload: { draft: id } }, { key: `draft:${id}` })
  })
}

/**
 * Founds the co-op of a draft in one transaction, so that a co-op is never incomplete. It records the progress in other
 * transactions, so that the waiting founder sees it. When it is stopped and run again, it founds no second co-op: it
 * recognises the co-op of the first run by its address and founder.
 */
export async function buildDraft(storage: Storage, id: string, at: Instant): Promise<void> {
  const found = await inFederation(async (db) => {
    const draft = await draftById(db, id)
    if (draft?.state !== 'building' || !draft.personId) return undefined
    const founder = await personById(db, draft.personId)
    const built = await findFoundedCoOp(db, draft.data.slug, draft.personId)
    const logo = await draftLogo(db, id)
    return founder && { draft, founder, built, logo }
  })
  if (!found) return
  const { draft, founder, built, logo } = found
  if (built) return settleBuild(id, { state: 'built', tenantId: built.id, at })
  const { country: code, founders, charter, ...entry } = draft.data
  const country = COUNTRIES.find((known) => known.country === code)
  if (!country) return settleBuild(id, { state: 'failed', failure: 'not-found', at })
  const { currency } = country
  const founded = await foundCoOp({
    ...entry,
    country: code,
    locale: entry.locale ?? country.locale,
    currency,
    timeZone: entry.timeZone || country.timeZone,
    founder,
    invited: founders,
    ...(charter ? { changes: charter } : {}),
    ...(logo ? { logo: (tenant) => storeLogo(storage, tenant, logo) } : {}),
    onStep: (step) => inFederation((db) => recordStep(db, id, step)),
    at,
  })
  return founded.ok
    ? settleBuild(id, { state: 'built', tenantId: founded.value.id, at })
    : settleBuild(id, { state: 'failed', failure: founded.refusal, at })
}

/** Stores the logo of a draft as the co-op's logo. */
async function storeLogo(storage: Storage, tenant: TenantId, logo: Uint8Array) {
  const picture = await reencodePicture(logo)
  return { id: await storePicture(storage, tenant, picture), picture }
}

function settleBuild(id: string, result: Parameters<typeof finishDraft>[2]): Promise<void> {
  return inFederation((db) => finishDraft(db, id, result))
}
