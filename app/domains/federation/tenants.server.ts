import { and, eq, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import { newId, type PersonId, type TenantId } from '#app/kernel/ids.ts'
import { isRepeat } from '#app/kernel/repeat.ts'
import { delegates, tenants, type TenantState } from '#db/schema/federation.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { type FederationDb, advisoryLock } from '#tenants/scope.server.ts'

export type NewTenant = Pick<
  Tenant,
  | 'slug'
  | 'name'
  | 'tagline'
  | 'trade'
  | 'city'
  | 'country'
  | 'locale'
  | 'currency'
  | 'timeZone'
  | 'blueprint'
  | 'colour'
  | 'colour2'
>

/** Enters a co-op into the directory; undefined when its address is somebody else's. */
export async function addTenant(
  db: FederationDb,
  asked: NewTenant,
  at: Instant,
): Promise<Tenant | undefined> {
  const [tenant] = await db
    .insert(tenants)
    .values({ id: newId<TenantId>(), ...asked, stateSince: at, createdAt: at })
    .onConflictDoNothing({ target: tenants.slug })
    .returning()
  return tenant
}

type Change = {
  readonly from: TenantState
  readonly state: TenantState
  readonly reason: string | null
  readonly at: Instant
}

/** Brings a co-op from one state into another; false when it is in a third one, or somebody else has just done it. */
export async function changeState(
  db: FederationDb,
  id: TenantId,
  { from, state, reason, at }: Change,
): Promise<boolean> {
  const changed = await db
    .update(tenants)
    .set({ state, stateReason: reason, stateSince: at })
    .where(and(eq(tenants.id, id), eq(tenants.state, from)))
    .returning({ id: tenants.id })
  return changed.length > 0
}

/** Whether a co-op has come into a state a moment ago, for the same reason: a form that was sent twice. */
export async function isInState(
  db: FederationDb,
  id: TenantId,
  { state, reason, at }: Omit<Change, 'from'>,
): Promise<boolean> {
  const [now] = await db.select().from(tenants).where(eq(tenants.id, id))
  return now?.state === state && now.stateReason === reason && isRepeat(now.stateSince, at)
}

export async function openCoOp(db: FederationDb, id: TenantId, at: Instant): Promise<void> {
  await db
    .update(tenants)
    .set({ state: 'open', stateSince: at, openedAt: at })
    .where(eq(tenants.id, id))
}

export type Look = Partial<
  Pick<
    Tenant,
    'name' | 'tagline' | 'trade' | 'city' | 'timeZone' | 'colour' | 'colour2' | 'logoKey'
  >
>

/** Changes what the directory shows of a co-op; other colours are the next version of them. */
export async function changeLook(db: FederationDb, id: TenantId, look: Look): Promise<void> {
  const next = look.colour ? { coloursVersion: sql`${tenants.coloursVersion} + 1` } : {}
  await db
    .update(tenants)
    .set({ ...look, ...next })
    .where(eq(tenants.id, id))
}

/** What the directory shows of a co-op, held until the transaction ends. */
export async function lookOf(db: FederationDb, id: TenantId): Promise<Tenant> {
  const [tenant] = await db.select().from(tenants).where(eq(tenants.id, id)).for('update')
  if (!tenant) throw new Error('A co-op that is in no directory.')
  return tenant
}

/**
 * Names who speaks for a co-op in the federation, in place of whoever did: one co-op, one delegate, one vote. False when
 * they are its only delegate already.
 */
export async function nameDelegate(
  db: FederationDb,
  tenant: TenantId,
  person: PersonId,
  at: Instant,
): Promise<boolean> {
  await advisoryLock(db, `delegate:${tenant}`)
  const before = await delegatesOf(db, tenant)
  if (before.length === 1 && before[0] === person) return false
  await db.delete(delegates).where(eq(delegates.tenantId, tenant))
  await db.insert(delegates).values({ tenantId: tenant, personId: person, addedAt: at })
  return true
}

/** Takes a delegate's word for a co-op away; false when they had none. */
export async function removeDelegate(
  db: FederationDb,
  tenant: TenantId,
  person: PersonId,
): Promise<boolean> {
  const gone = await db
    .delete(delegates)
    .where(and(eq(delegates.tenantId, tenant), eq(delegates.personId, person)))
    .returning({ person: delegates.personId })
  return gone.length > 0
}

/** Who speaks for a co-op. */
export async function delegatesOf(db: FederationDb, tenant: TenantId): Promise<PersonId[]> {
  const rows = await db
    .select({ person: delegates.personId })
    .from(delegates)
    .where(eq(delegates.tenantId, tenant))
  return rows.map(({ person }) => person)
}
