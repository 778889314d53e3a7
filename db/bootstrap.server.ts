import { createHmac } from 'node:crypto'
import postgres from 'postgres'

/** The addresses of one database for each of its three logins. */
export type Logins = { readonly owner: string; readonly web: string; readonly queue: string }

/** The database refused the owner. The message says in one sentence what the owner must be allowed to do. */
export class DatabaseRefused extends Error {}

/**
 * Makes the roles that the migrations name; it can run any number of times. The two logins own none of the co-ops'
 * rows and have no rights of their own. Their passwords are derived from the secret, so none is stored.
 */
export async function bootstrap(owner: string, secret: string): Promise<Logins> {
  const logins = loginsOf(owner, secret)
  const sql = postgres(owner, { max: 1, onnotice: () => {}, connect_timeout: 10 })
  try {
    await refuseOldServers(sql)
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(7215)`
      for (const statement of statements(secret)) await tx.unsafe(statement)
    })
    await sql.unsafe(LEAKPROOF).catch(() => undefined)
    return logins
  } catch (fault) {
    throw explained(fault, owner)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

export function loginsOf(owner: string, secret: string): Logins {
  return {
    owner,
    web: asRole(owner, 'twiza_web', secret),
    queue: asRole(owner, 'twiza_queue', secret),
  }
}

/**
 * Marks the function of full-text search as leakproof, because its index is used under row level security only then.
 * Only a superuser may do this.
 */
const LEAKPROOF = `alter function ts_match_vq(tsvector, tsquery) leakproof`

async function refuseOldServers(sql: postgres.Sql): Promise<void> {
  const [server] = await sql`select current_setting('server_version_num')::int as version`
  if (Number(server?.['version']) < 150_000)
    throw new DatabaseRefused('Twiza needs PostgreSQL 15 or newer.')
}

function statements(secret: string): string[] {
  const role = (name: string, options: string) =>
    `do $$ begin if not exists (select from pg_roles where rolname = '${name}') then create role ${name} ${options}; end if; end $$`
  const password = (name: string) => `alter role ${name} password '${passwordOf(name, secret)}'`
  return [
    role('twiza_tenant', 'nologin'),
    role('twiza_federation', 'nologin'),
    role('twiza_auditor', 'nologin'),
    role('twiza_web', 'login noinherit'),
    role('twiza_queue', 'login noinherit'),
    password('twiza_web'),
    password('twiza_queue'),
    'grant twiza_tenant, twiza_federation to twiza_web',
    'grant twiza_queue, twiza_auditor to current_user',
    'create schema if not exists graphile_worker authorization twiza_queue',
    `do $$ begin execute format('grant connect, create on database %I to twiza_queue', current_database());
      execute format('grant connect on database %I to twiza_web', current_database()); end $$`,
  ]
}

function passwordOf(role: string, secret: string): string {
  return createHmac('sha256', secret).update(`database:${role}`).digest('hex')
}

function asRole(owner: string, role: string, secret: string): string {
  const url = new URL(owner)
  url.username = role
  url.password = passwordOf(role, secret)
  return url.href
}

function explained(fault: unknown, owner: string): Error {
  if (fault instanceof DatabaseRefused) return fault
  const { host } = new URL(owner)
  const code =
    typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : ''
  const sentences: Record<string, string> = {
    ECONNREFUSED: `No PostgreSQL answers at ${host}: check DATABASE_URL.`,
    ENOTFOUND: `There is no host named ${host}: check DATABASE_URL.`,
    CONNECT_TIMEOUT: `${host} does not answer: check DATABASE_URL.`,
    '28P01': `${host} refused the password in DATABASE_URL.`,
    '28000': `${host} refused the user in DATABASE_URL.`,
    '3D000': `The database named in DATABASE_URL does not exist on ${host}.`,
    '42501': `The user in DATABASE_URL may not create roles, schemas or extensions: grant CREATEROLE and ownership of the database.`,
  }
  const sentence = sentences[code]
  return sentence
    ? new DatabaseRefused(sentence)
    : fault instanceof Error
      ? fault
      : new Error(String(fault))
}
