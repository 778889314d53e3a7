import { and, eq, getTableColumns, inArray, isNotNull, lt } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId, TenantId } from '#app/kernel/ids.ts'
import type { Refusal } from '#app/kernel/outcome.ts'
import { foundingDrafts } from '#db/schema/founding.ts'
import type { FederationDb } from '#tenants/scope.server.ts'
import { type DraftData, RETENTION_DAYS } from './draft.ts'

export type Draft = Omit<typeof foundingDrafts.$inferSelect, 'data' | 'secretHash' | 'logo'> & {
  readonly data: DraftData
  readonly hasLogo: boolean
}

const { secretHash: _secret, logo: _logo, ...columns } = getTableColumns(foundingDrafts)
const DRAFT = { ...columns, hasLogo: isNotNull(foundingDrafts.logo).mapWith(Boolean) }

/** Begins a draft for the holder of the secret with this fingerprint, and deletes drafts past their retention. */
export async function beginDraft(
  db: FederationDb,
  secretHash: string,
  { data, at }: { readonly data: DraftData; readonly at: Instant },
): Promise<void> {
  await db
    .delete(foundingDrafts)
    .where(
      and(
        inArray(foundingDrafts.state, ['draft', 'failed']),
        lt(foundingDrafts.updatedAt, at.subtract({ hours: 24 * RETENTION_DAYS })),
      ),
    )
  const id = crypto.randomUUID()
  await db
    .insert(foundingDrafts)
    .values({ id, secretHash, data: { ...data }, createdAt: at, updatedAt: at })
}

/** Returns the draft of the holder of the secret. */
export async function draftBySecret(
  db: FederationDb,
  secretHash: string,
): Promise<Draft | undefined> {
  const [draft] = await db
    .select(DRAFT)
    .from(foundingDrafts)
    .where(eq(foundingDrafts.secretHash, secretHash))
  return draft && { ...draft, data: draft.data as DraftData }
}

/** Returns a draft by its id. The row is locked until commit, so that two builders work one after the other. */
export async function draftById(db: FederationDb, id: string): Promise<Draft | undefined> {
  const [draft] = await db
    .select(DRAFT)
    .from(foundingDrafts)
    .where(eq(foundingDrafts.id, id))
    .for('update')
  return draft && { ...draft, data: draft.data as DraftData }
}

/** Returns the logo that is stored with a draft. */
export async function draftLogo(db: FederationDb, id: string): Promise<Uint8Array | null> {
  const [draft] = await db
    .select({ logo: foundingDrafts.logo })
    .from(foundingDrafts)
    .where(eq(foundingDrafts.id, id))
  return draft?.logo ?? null
}

/** The input of a step. An absent logo stays as it is; null removes it. */
export type DraftInput = {
  readonly data: DraftData
  readonly logo?: Uint8Array | null | undefined
  readonly person?: PersonId
  readonly at: Instant
}

/** Saves the input of a step. A draft that is being built, or is built, stays as it is. */
export async function saveDraftInput(
  db: FederationDb,
  id: string,
  { data, logo, person, at }: DraftInput,
): Promise<void> {
  await db
    .update(foundingDrafts)
    .set({
      data: { ...data },
      updatedAt: at,
      ...(logo === undefined ? {} : { logo }),
      ...(person ? { personId: person } : {}),
    })
    .where(and(eq(foundingDrafts.id, id), inArray(foundingDrafts.state, ['draft', 'failed'])))
}

/** Claims a draft for building, once. Returns false when it was claimed already. */
export async function claimDraft(db: FederationDb, id: string, at: Instant): Promise<boolean> {
  const claimed = await db
    .update(foundingDrafts)
    .set({ state: 'building', step: '', failure: null, updatedAt: at })
    .where(and(eq(foundingDrafts.id, id), inArray(foundingDrafts.state, ['draft', 'failed'])))
    .returning({ id: foundingDrafts.id })
  return claimed.length > 0
}

type DraftResult =
  | { readonly state: 'built'; readonly tenantId: TenantId }
  | { readonly state: 'failed'; readonly failure: Refusal }

/** Records the result of building a draft. The logo of a built draft is deleted, because its co-op has it now. */
export async function finishDraft(
  db: FederationDb,
  id: string,
  { at, ...result }: DraftResult & { readonly at: Instant },
): Promise<void> {
  await db
    .update(foundingDrafts)
    .set({ ...result, updatedAt: at, ...(result.state === 'built' ? { logo: null } : {}) })
    .where(and(eq(foundingDrafts.id, id), eq(foundingDrafts.state, 'building')))
}

/**
 * Records the step of the building for the page that shows progress. It runs in a transaction of its own, because the
 * building's transaction is still open.
 */
export async function recordStep(db: FederationDb, id: string, step: string): Promise<void> {
  await db.update(foundingDrafts).set({ step }).where(eq(foundingDrafts.id, id))
}
