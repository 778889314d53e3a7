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
  type PictureRefusal,
  readPicture,
  reencodePicture,
  smallestSize,
} from '#app/domains/storefront/picture.server.ts'
import { personById } from '#app/domains/accounts/people.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import type { Storage } from '#app/gateways/storage/storage.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { TenantId } from '#app/kernel/ids.ts'
import { done, type Outcome } from '#app/kernel/outcome.ts'
import { COUNTRIES } from '#tenants/countries.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { foundCoOp, foundedBefore } from './found-co-op.server.ts'
import { storePicture } from '#app/flows/storefront/store-picture.server.ts'

/** The draft of whoever holds the secret behind a fingerprint. */
export function findDraft(secretHash: string): Promise<Draft | undefined> {
  return inFederation((db) => draftBySecret(db, secretHash), { readOnly: true })
}

/** The logo that is kept with a draft. */
export function findDraftLogo(id: string): Promise<Uint8Array | null> {
  return inFederation((db) => draftLogo(db, id), { readOnly: true })
}

export function startDraft(
  secretHash: string,
  begun: { readonly data: DraftData; readonly at: Instant },
): Promise<void> {
  return inFederation((db) => beginDraft(db, secretHash, begun))
}

export function saveDraft(id: string, filled: DraftInput): Promise<void> {
  return inFederation((db) => saveDraftInput(db, id, filled))
}

/** Keeps a look: colours, and the logo when one was uploaded, as we draw it again. A logo that is refused changes nothing. */
export async function saveLook(
  id: string,
  { upload, ...filled }: Omit<DraftInput, 'logo'> & { readonly upload: Uint8Array | undefined },
): Promise<Outcome<null, PictureRefusal>> {
  const picture = upload && (await readPicture(upload, 'logo'))
  if (picture && !picture.ok) return picture
  await saveDraft(id, { ...filled, logo: picture && smallestSize(picture.value) })
  return done(null)
}

/** Promises to found the co-op of a draft. Asked twice, one is founded. */
export function sendDraft(id: string, at: Instant): Promise<void> {
  return inFederation(async (db) => {
    if (await claimDraft(db, id, at))
      await promiseTask(db, { task: 'build-draft', payload: { draft: id } }, { key: `draft:${id}` })
  })
}

/**
 * Founds the co-op of a draft: all of it in one transaction, so that there is never half a co-op; how far it is, is
 * said in another, so that whoever waits can see it. Killed anywhere and run again, it founds one: the co-op that this
 * founder's draft made is recognised by its address and founder.
 */
export async function buildDraft(storage: Storage, id: string, at: Instant): Promise<void> {
  const found = await inFederation(async (db) => {
    const draft = await draftById(db, id)
    if (draft?.state !== 'building' || !draft.personId) return undefined
    const founder = await personById(db, draft.personId)
    const own = await foundedBefore(db, draft.data.slug, draft.personId)
    const kept = await draftLogo(db, id)
    return founder && { draft, founder, own, kept }
  })
  if (!found) return
  const { draft, founder, own, kept } = found
  if (own) return settle(id, { state: 'built', tenantId: own.id, at })
  const { country, founders, charter, ...entry } = draft.data
  const land = COUNTRIES.find((known) => known.country === country)
  if (!land) return settle(id, { state: 'failed', failure: 'not-found', at })
  const { currency } = land
  const founded = await foundCoOp({
    ...entry,
    country,
    locale: entry.locale ?? land.locale,
    currency,
    timeZone: entry.timeZone || land.timeZone,
    founder,
    invited: founders,
    ...(charter ? { changes: charter } : {}),
    ...(kept ? { logo: (tenant) => storeLogo(storage, tenant, kept) } : {}),
    onStep: (step) => inFederation((db) => recordStep(db, id, step)),
    at,
  })
  return founded.ok
    ? settle(id, { state: 'built', tenantId: founded.value.id, at })
    : settle(id, { state: 'failed', failure: founded.refusal, at })
}

/** Puts the logo of a draft where every co-op's logo is. */
async function storeLogo(storage: Storage, tenant: TenantId, kept: Uint8Array) {
  const picture = await reencodePicture(kept)
  return { id: await storePicture(storage, tenant, picture), picture }
}

function settle(id: string, how: Parameters<typeof finishDraft>[2]): Promise<void> {
  return inFederation((db) => finishDraft(db, id, how))
}
