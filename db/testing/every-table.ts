import { is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'

const schemas = import.meta.glob<Record<string, unknown>>('../schema/*.ts', { eager: true })

/**
 * Every table of `db/schema` with its exported name. The files are found by a pattern, so that a check misses none.
 */
export const everyTable: readonly (readonly [name: string, table: PgTable])[] = Object.values(
  schemas,
).flatMap((schema) =>
  Object.entries(schema).flatMap(([name, thing]) =>
    is(thing, PgTable) ? [[name, thing] as const] : [],
  ),
)

/** The tables that no co-op owns, with the reason of each. */
export const GLOBAL: Readonly<Record<string, string>> = {
  tenants: 'the directory; a co-op sees its own row',
  hosts: 'names of the federation, kept by host',
  people: 'one person may belong to several co-ops',
  sessions: 'a person’s, on one host',
  person_tokens: 'a person’s, used once',
  person_co_ops: 'a person’s way to their co-ops; a co-op writes its own rows',
  federation_admins: 'the federation’s own',
  delegates: 'who speaks for a co-op in the federation',
  federation_terms: 'the federation’s own, for all to read',
  audit_log: 'the federation’s own; a co-op adds to it',
  support_doors: 'asked by the federation; a co-op sees its own',
  processor_accounts: 'found by account when an event comes',
  processor_events: 'kept by the processor’s id',
  founding_drafts: 'before there is a co-op',
  saved_views: 'an admin’s own ways of looking',
  imports: 'co-ops that are still to be founded',
  import_rows: 'co-ops that are still to be founded',
  tenant_figures: 'what the directory shows',
  mails: 'the outbox; a co-op only adds to it',
  schema_migrations: 'which migrations ran',
}
