import { and, eq, getTableColumns, inArray, isNotNull, lt } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId, TenantId } from '#app/kernel/ids.ts'
import type { Refusal } from '#app/kernel/outcome.ts'
import { foundingDrafts } from '#db/schema/founding.ts'
import type { FederationDb } from '#tenants/scope.server.ts'
import type { DraftData } from './draft.ts'

export type Draft = Omit<typeof foundingDrafts.$inferSelect, 'data' | 'secretHash' | 'logo'> & {
  readonly data: DraftData
  readonly hasLogo: boolean
}

const { secretHash: _secret, logo: _logo, ...told } = getTableColumns(foundingDrafts)
const DRAFT = { ...told, hasLogo: isNotNull(foundingDrafts.logo).mapWith(Boolean) }

/** How long a draft waits for whoever began it. */
export const RETENTION_DAYS = 30

/** Begins a draft for whoever holds the secret behind this fingerprint, and forgets those nobody came back to. */
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

/** The draft of whoever holds the secret. */
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

/** A draft by its id, held until commit, so that two builders work one after the other. */
export async function draftById(db: FederationDb, id: string): Promise<Draft | undefined> {
  const [draft] = await db
    .select(DRAFT)
    .from(foundingDrafts)
    .where(eq(foundingDrafts.id, id))
    .for('update')
  return draft && { ...draft, data: draft.data as DraftData }
}

/** The logo that is kept with a draft. */
export async function draftLogo(db: FederationDb, id: string): Promise<Uint8Array | null> {
  const [draft] = await db
    .select({ logo: foundingDrafts.logo })
    .from(foundingDrafts)
    .where(eq(foundingDrafts.id, id))
  return draft?.logo ?? null
}

/** What a step filled in; a logo that is not spoken of stays, and null takes it away. */
export type Filled = {
  readonly data: DraftData
  readonly logo?: Uint8Array | null | undefined
  readonly person?: PersonId
  readonly at: Instant
}

/** Writes what was filled in so far; a draft that is being built, or is built, stays as it is. */
export async function fillDraft(
  db: FederationDb,
  id: string,
  { data, logo, person, at }: Filled,
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

/** Hands a draft over to be built, once; false when it was handed over already. */
export async function claimDraft(db: FederationDb, id: string, at: Instant): Promise<boolean> {
  const handed = await db
    .update(foundingDrafts)
    .set({ state: 'building', step: '', failure: null, updatedAt: at })
    .where(and(eq(foundingDrafts.id, id), inArray(foundingDrafts.state, ['draft', 'failed'])))
    .returning({ id: foundingDrafts.id })
  return handed.length > 0
}

type Settled =
  | { readonly state: 'built'; readonly tenantId: TenantId }
  | { readonly state: 'failed'; readonly failure: Refusal }

/** Says what became of a draft that was being built. The logo of one that is built is its co-op's now. */
export async function settleDraft(
  db: FederationDb,
  id: string,
  { at, ...settled }: Settled & { readonly at: Instant },
): Promise<void> {
  await db
    .update(foundingDrafts)
    .set({ ...settled, updatedAt: at, ...(settled.state === 'built' ? { logo: null } : {}) })
    .where(and(eq(foundingDrafts.id, id), eq(foundingDrafts.state, 'building')))
}

/** Says how far the building is, for whoever waits; in a transaction of its own, because the building's is not over. */
export async function recordStep(db: FederationDb, id: string, step: string): Promise<void> {
  await db.update(foundingDrafts).set({ step }).where(eq(foundingDrafts.id, id))
}
