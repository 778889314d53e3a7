import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { sql } from 'drizzle-orm'
import type { Sql } from 'postgres'
import type { TenantId } from '#app/kernel/ids.ts'
import { pool } from '#db/client.server.ts'
import { inTransaction, type Transaction } from '#db/transaction.server.ts'

/** A transaction that speaks for exactly one co-op, and says for which: name `db.tenant` in every query. */
export type TenantDb = PostgresJsDatabase & { readonly tenant: TenantId }

/** A transaction that speaks for the federation: the directory, people, sessions, the outbox. No co-op's rows. */
export type FederationDb = PostgresJsDatabase & { readonly tenant: null }

type Options = { readonly readOnly?: boolean }

/**
 * Runs `work` in one transaction in which only the given co-op's rows exist.
 *
 * The tenant is set for the transaction alone, so a pooled connection carries nothing over to the
 * next request. Forgetting to call this is safe: the web's login has no rights of its own at all.
 * The tenant is sent in the same round trip as the first query, so it costs none.
 */
export function inTenant<Result>(
  tenant: TenantId,
  work: (db: TenantDb) => Promise<Result>,
  options: Options = {},
): Promise<Result> {
  return inTransaction(modeOf(options), (tx) => {
    const stepped = tx.unsafe('select app.use_tenant($1)', [tenant]).execute()
    return settle(stepped, work(speaksFor(tx, tenant)))
  })
}

/** Runs `work` in one transaction over the federation's own tables. */
export function inFederation<Result>(
  work: (db: FederationDb) => Promise<Result>,
  options: Options = {},
): Promise<Result> {
  return inTransaction(modeOf(options), (tx) => {
    const stepped = tx.unsafe('select app.use_federation()', []).execute()
    return settle(stepped, work(speaksFor(tx, null)))
  })
}

/** From the federation's side of a transaction into one co-op: founding, suspending, recording a visit. */
export async function enterTenant(
  db: FederationDb | TenantDb,
  tenant: TenantId,
): Promise<TenantDb> {
  await db.execute(sql`select app.use_tenant(${tenant})`)
  return renamed(db, tenant)
}

/** The same for one piece of work at the transaction's end; like {@link inTenant}, it costs no round trip of its own. */
export function withTenant<Result>(
  db: FederationDb,
  tenant: TenantId,
  work: (db: TenantDb) => Promise<Result>,
): Promise<Result> {
  return settle(
    db.execute(sql`select app.use_tenant(${tenant})`).execute(),
    work(renamed(db, tenant)),
  )
}

/** Back from a co-op to the federation's side of the same transaction. */
export async function leaveTenant(db: FederationDb | TenantDb): Promise<FederationDb> {
  await db.execute(sql`select app.use_federation()`)
  return renamed(db, null)
}

/**
 * Lets those who want the same thing of one co-op, or of the federation, have it one after the other, until commit.
 * Constraints alone are enough for truth; but inserts that meet in one wait for each other, and the database then kills
 * one a second.
 */
export async function advisoryLock(db: TenantDb | FederationDb, what: string): Promise<void> {
  const key = `${db.tenant ?? 'federation'}:${what}`
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
}

/** Tells every process, when the transaction commits, that what this co-op shows to the street has changed. */
export async function touchContent(db: TenantDb | FederationDb, tenant: TenantId): Promise<void> {
  await db.execute(sql`select pg_notify('content', ${tenant})`)
}

/** Calls `heard` with a co-op's id whenever one's public content changed; `lost` when changes may have been missed. */
export async function listenForContent(
  heard: (tenant: TenantId) => void,
  lost: () => void,
): Promise<() => Promise<void>> {
  const listening = await pool().listen('content', (tenant) => heard(tenant as TenantId), lost)
  return () => listening.unlisten()
}

/** Whether the database answers: for /readyz. */
export async function databaseAnswers(): Promise<boolean> {
  return (await pool().unsafe('select 1')).length === 1
}

async function settle<Result>(
  stepped: Promise<unknown>,
  working: Promise<Result>,
): Promise<Result> {
  const [, result] = await Promise.all([stepped, working])
  return result
}

const modeOf = ({ readOnly }: Options) => (readOnly ? 'read only' : 'read write')

function speaksFor<Tenant extends TenantId | null>(tx: Transaction, tenant: Tenant) {
  return Object.assign(drizzle({ client: tx as Sql }), { tenant })
}

function renamed<Tenant extends TenantId | null>(db: PostgresJsDatabase, tenant: Tenant) {
  return Object.assign(Object.create(db) as PostgresJsDatabase, { tenant })
}
