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

/** Adds a co-op to the directory. Returns undefined when another co-op has its address. */
export async function addTenant(
  db: FederationDb,
  entry: NewTenant,
  at: Instant,
): Promise<Tenant | undefined> {
  const [tenant] = await db
    .insert(tenants)
    .values({ id: newId<TenantId>(), ...entry, stateSince: at, createdAt: at })
    .onConflictDoNothing({ target: tenants.slug })
    .returning()
  return tenant
}

type StateChange = {
  readonly from: TenantState
  readonly state: TenantState
  readonly reason: string | null
  readonly at: Instant
}

/** Changes a co-op's state. Returns false when it is no longer in the state `from`. */
export async function changeState(
  db: FederationDb,
  id: TenantId,
  { from, state, reason, at }: StateChange,
): Promise<boolean> {
  const changed = await db
    .update(tenants)
    .set({ state, stateReason: reason, stateSince: at })
    .where(and(eq(tenants.id, id), eq(tenants.state, from)))
    .returning({ id: tenants.id })
  return changed.length > 0
}

/** Returns whether a co-op entered a state a moment ago for the same reason, because a form was sent twice. */
export async function isInState(
  db: FederationDb,
  id: TenantId,
  { state, reason, at }: Omit<StateChange, 'from'>,
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

export type DirectoryEntry = Partial<
  Pick<
    Tenant,
    'name' | 'tagline' | 'trade' | 'city' | 'timeZone' | 'colour' | 'colour2' | 'logoKey'
  >
>

/** Changes a co-op's entry in the directory. Changed colours get the next version number. */
export async function updateDirectoryEntry(
  db: FederationDb,
  id: TenantId,
  change: DirectoryEntry,
): Promise<void> {
  const version = change.colour ? { coloursVersion: sql`${tenants.coloursVersion} + 1` } : {}
  await db
    .update(tenants)
    .set({ ...change, ...version })
    .where(eq(tenants.id, id))
}

/** Returns a co-op's entry in the directory, locked until the transaction ends. */
export async function directoryEntryOf(db: FederationDb, id: TenantId): Promise<Tenant> {
  const [tenant] = await db.select().from(tenants).where(eq(tenants.id, id)).for('update')
  if (!tenant) throw new Error('A co-op that is in no directory.')
  return tenant
}

/**
 * Makes a person the co-op's only delegate in the federation: one co-op, one delegate, one vote. Returns false when
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

/** Removes a delegate. Returns false when the person was none. */
export async function removeDelegate(
  db: FederationDb,
  tenant: TenantId,
  person: PersonId,
): Promise<boolean> {
  const removed = await db
    .delete(delegates)
    .where(and(eq(delegates.tenantId, tenant), eq(delegates.personId, person)))
    .returning({ person: delegates.personId })
  return removed.length > 0
}

/** Returns a co-op's delegates. */
export async function delegatesOf(db: FederationDb, tenant: TenantId): Promise<PersonId[]> {
  const rows = await db
    .select({ person: delegates.personId })
    .from(delegates)
    .where(eq(delegates.tenantId, tenant))
  return rows.map(({ person }) => person)
}
