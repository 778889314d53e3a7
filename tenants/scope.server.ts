import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { sql } from 'drizzle-orm'
import type { Sql } from 'postgres'
import type { TenantId } from '#app/kernel/ids.ts'
import { keepListening } from '#db/listen.server.ts'
import { inTransaction, type Mode, type Transaction } from '#db/transaction.server.ts'

/** A transaction in which only one co-op's rows exist. Every query must name `db.tenant`. */
export type TenantDb = PostgresJsDatabase & { readonly tenant: TenantId }

/**
 * A transaction over the federation's tables: the directory, people, sessions, the outbox. It sees no co-op's rows.
 */
export type FederationDb = PostgresJsDatabase & { readonly tenant: null }

/**
 * Runs `work` in one transaction in which only the given co-op's rows exist.
 *
 * The tenant is set for the transaction alone, so a pooled connection carries nothing over to the next request.
 * Forgetting to call this is safe, because the web's login has no rights of its own. The tenant is sent in the same
 * round trip as the first query, so it costs none.
 */
export function inTenant<Result>(
  tenant: TenantId,
  work: (db: TenantDb) => Promise<Result>,
  mode: Mode = {},
): Promise<Result> {
  return inTransaction(mode, (tx) => {
    const switched = tx.unsafe('select app.use_tenant($1)', [tenant]).execute()
    return afterSwitch(switched, work(bindTenant(tx, tenant)))
  })
}

/** Runs `work` in one transaction over the federation's own tables. */
export function inFederation<Result>(
  work: (db: FederationDb) => Promise<Result>,
  mode: Mode = {},
): Promise<Result> {
  return inTransaction(mode, (tx) => {
    const switched = tx.unsafe('select app.use_federation()', []).execute()
    return afterSwitch(switched, work(bindTenant(tx, null)))
  })
}

/** Switches a transaction from the federation to one co-op, for founding, suspending or recording a support view. */
export async function enterTenant(
  db: FederationDb | TenantDb,
  tenant: TenantId,
): Promise<TenantDb> {
  await db.execute(sql`select app.use_tenant(${tenant})`)
  return rebindTenant(db, tenant)
}

/** Runs the last work of a transaction in one co-op. Like {@link inTenant}, it costs no round trip of its own. */
export function withTenant<Result>(
  db: FederationDb,
  tenant: TenantId,
  work: (db: TenantDb) => Promise<Result>,
): Promise<Result> {
  return afterSwitch(
    db.execute(sql`select app.use_tenant(${tenant})`).execute(),
    work(rebindTenant(db, tenant)),
  )
}

/** Switches a transaction from a co-op back to the federation. */
export async function leaveTenant(db: FederationDb | TenantDb): Promise<FederationDb> {
  await db.execute(sql`select app.use_federation()`)
  return rebindTenant(db, null)
}

/**
 * Takes a lock until commit, so that transactions that want the same thing of one co-op, or of the federation, run one
 * after the other. Constraints alone keep the data true; but without the lock, inserts that meet wait for each other,
 * and the database ends one of them each second as a deadlock.
 */
export async function advisoryLock(db: TenantDb | FederationDb, what: string): Promise<void> {
  const key = `${db.tenant ?? 'federation'}:${what}`
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
}

/**
 * Takes several locks, sorted by what they are for, so that two transactions that want the same ones never wait for each
 * other. They are asked for in one round trip.
 */
export async function advisoryLocks(db: TenantDb, whats: readonly string[]): Promise<void> {
  await Promise.all([...new Set(whats)].toSorted().map((what) => advisoryLock(db, what)))
}

/** Notifies every process, when the transaction commits, that the co-op's public content has changed. */
export async function touchContent(db: TenantDb | FederationDb, tenant: TenantId): Promise<void> {
  await db.execute(sql`select pg_notify('content', ${tenant})`)
}

/**
 * Calls `changed` with the id of each co-op whose public content changed, and `lost` when a change may have been
 * missed.
 */
export function listenForContent(
  changed: (tenant: TenantId) => void,
  lost: () => void,
): Promise<() => Promise<void>> {
  return keepListening('content', {
    heard: (tenant) => changed(tenant as TenantId),
    began: lost,
  })
}

async function afterSwitch<Result>(
  switched: Promise<unknown>,
  running: Promise<Result>,
): Promise<Result> {
  const [, result] = await Promise.all([switched, running])
  return result
}

function bindTenant<Tenant extends TenantId | null>(tx: Transaction, tenant: Tenant) {
  return Object.assign(drizzle({ client: tx as Sql }), { tenant })
}

function rebindTenant<Tenant extends TenantId | null>(db: PostgresJsDatabase, tenant: Tenant) {
  return Object.assign(Object.create(db) as PostgresJsDatabase, { tenant })
}
