import {
  beginDraft,
  type Draft,
  draftById,
  draftBySecret,
  fillDraft,
  handOverDraft,
  noteStep,
  settleDraft,
} from '#app/domains/federation/drafts.server.ts'
import type { DraftData } from '#app/domains/federation/draft.ts'
import { personById } from '#app/domains/identity/people.server.ts'
import { promiseJob } from '#app/domains/queue/promise-job.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { LANDS } from '#tenants/lands.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { foundCoOp, foundedBefore } from './found-co-op.server.ts'

/** The draft of whoever holds the secret behind a fingerprint. */
export function findDraft(secretHash: string): Promise<Draft | undefined> {
  return inFederation((db) => draftBySecret(db, secretHash), { readOnly: true })
}

export function startDraft(
  secretHash: string,
  begun: { readonly data: DraftData; readonly at: Instant },
): Promise<void> {
  return inFederation((db) => beginDraft(db, secretHash, begun))
}

export function keepDraft(
  id: string,
  filled: { readonly data: DraftData; readonly person?: PersonId; readonly at: Instant },
): Promise<void> {
  return inFederation((db) => fillDraft(db, id, filled))
}

/** Promises to found the co-op of a draft. Asked twice, one is founded. */
export function sendDraft(id: string, at: Instant): Promise<void> {
  return inFederation(async (db) => {
    if (await handOverDraft(db, id, at))
      await promiseJob(db, { task: 'build-draft', payload: { draft: id } }, { key: `draft:${id}` })
  })
}

/**
 * Founds the co-op of a draft: all of it in one transaction, so that there is never half a co-op; how far it is, is
 * said in another, so that whoever waits can see it. Killed anywhere and run again, it founds one: the co-op that this
 * founder's draft made is recognised by its address and founder.
 */
export async function buildDraft(id: string, at: Instant): Promise<void> {
  const found = await inFederation(async (db) => {
    const draft = await draftById(db, id)
    if (draft?.state !== 'building' || !draft.personId) return undefined
    const founder = await personById(db, draft.personId)
    const own = await foundedBefore(db, draft.data.slug, draft.personId)
    return founder && { draft, founder, own }
  })
  if (!found) return
  const { draft, founder, own } = found
  if (own) return settle(id, { state: 'built', tenantId: own.id, at })
  const { country, founders, split, floor, cancellation, ...entry } = draft.data
  const land = LANDS.find((known) => known.country === country)
  if (!land) return settle(id, { state: 'failed', failure: 'not-found', at })
  const { locale, currency } = land
  const founded = await foundCoOp({
    ...entry,
    country,
    locale,
    currency,
    timeZone: entry.timeZone || land.timeZone,
    founder,
    invited: founders,
    changes: {
      ...(split ? { split } : {}),
      ...(floor ? { floor } : {}),
      ...(cancellation ? { cancellation } : {}),
    },
    onStep: (step) => inFederation((db) => noteStep(db, id, step)),
    at,
  })
  return founded.ok
    ? settle(id, { state: 'built', tenantId: founded.value.id, at })
    : settle(id, { state: 'failed', failure: founded.refusal, at })
}

function settle(id: string, how: Parameters<typeof settleDraft>[2]): Promise<void> {
  return inFederation((db) => settleDraft(db, id, how))
}
