import { randomBytes } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { type DraftData, EMPTY_DRAFT } from '#app/domains/founding/draft.ts'
import type { Draft } from '#app/domains/founding/drafts.server.ts'
import { findDraft, saveDraft, startDraft } from '#app/flows/founding/draft-co-op.server.ts'
import { readCookie } from '#app/request/cookies.ts'
import { type Args, atFederation, sha256, type SiteRequest } from '#app/request/guards.server.ts'
import { DRAFT_COOKIE, draftCookie } from '#app/request/session.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { saying } from '#app/ui/notice.tsx'
import { COUNTRIES } from '#tenants/countries.ts'

export type Founding = SiteRequest & { readonly draft: Draft | undefined; readonly data: DraftData }

/** Guards a page of founding. Returns the draft of this browser, if it has one. */
export async function asFounder(args: Args): Promise<Founding> {
  const visit = atFederation(args)
  const secret = readCookie(args.request.headers.get('cookie'), DRAFT_COOKIE)
  const draft = secret ? await findDraft(sha256(secret)) : undefined
  return { ...visit, draft, data: draft?.data ?? EMPTY_DRAFT }
}

/** Guards a later step of founding. A founder without a draft, or with a founded co-op, is redirected to the step where they are. */
export async function asFounderWithDraft(
  args: Args,
): Promise<Founding & { readonly draft: Draft }> {
  const founding = await asFounder(args)
  const { draft } = founding
  if (!draft) {
    // A browser that has a secret had a draft, so it is told why it begins again.
    const began = readCookie(args.request.headers.get('cookie'), DRAFT_COOKIE) !== undefined
    throw redirect(pathTo('/start', began ? saying('draft-lapsed') : {}))
  }
  if (draft.state === 'building' || draft.state === 'built')
    throw redirect(pathTo('/start/building'))
  return { ...founding, draft }
}

/**
 * A draft with what a step filled in. A charter whose amounts are in another currency by then is forgotten, because
 * its numbers meant something else.
 */
function filledWith(data: DraftData, change: Partial<DraftData>): DraftData {
  const { charter, ...filled } = { ...data, ...change }
  const isSameCurrency = countryOf(data).currency === countryOf(filled).currency
  return charter && isSameCurrency ? { ...filled, charter } : filled
}

/** Saves the values of a step, in a new draft where there is none, and redirects to the next step. */
export async function fillStep(
  { draft, data, at }: Founding,
  change: Partial<DraftData>,
  next: string,
): Promise<Response> {
  const filled = filledWith(data, change)
  if (draft && draft.state !== 'built') {
    await saveDraft(draft.id, { data: filled, at })
    return redirect(next, 303)
  }
  const secret = randomBytes(32).toString('base64url')
  await startDraft(sha256(secret), { data: filled, at })
  return redirect(next, { status: 303, headers: draftCookie(secret) })
}

export function countryOf({ country }: Pick<DraftData, 'country'>) {
  const land = COUNTRIES.find((known) => known.country === country) ?? COUNTRIES[0]
  if (!land) throw new Error('There is no land at all.')
  return land
}
