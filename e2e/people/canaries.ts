import type { Sessions } from './sessions.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sql } from 'postgres'
import { folderOf } from '../worlds/world.ts'

/** A column that holds a co-op's own words, and the canary word that was hidden in it. */
export type Canary = { readonly column: string; readonly word: string }

type Column = { readonly table: string; readonly column: string; readonly type: string }

/** The columns that a site needs to be found and read. A canary in one of them would make the site unreachable. */
const EXCLUDED = ['slug', 'locale', 'currency', 'time_zone']

/** Returns every column that can hold words: of co-ops' tables, of their entries in the directory, and of people. */
async function textColumns(sql: Sql): Promise<Column[]> {
  return sql<Column[]>`select c.table_name as table, c.column_name as column, c.udt_name as type
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.udt_name in ('text', 'jsonb')
      and c.is_generated = 'NEVER'
      and (c.table_name = 'people' or (c.table_name = 'tenants' and c.column_name <> all (${EXCLUDED}))
        or exists (select from information_schema.columns o where o.table_schema = 'public'
          and o.table_name = c.table_name and o.column_name = 'tenant_id'))
    order by 1, 2`
}

/**
 * Returns the condition for the rows of one co-op in a table; of people, for those who belong to this co-op and to no
 * other.
 */
function rowsOf(sql: Sql, table: string, tenant: string) {
  if (table === 'tenants') return sql`id = ${tenant}`
  if (table !== 'people') return sql`tenant_id = ${tenant}`
  return sql`id in (
    select person_id from members where tenant_id = ${tenant}
    union select person_id from customers where tenant_id = ${tenant}
    except select person_id from members where tenant_id <> ${tenant}
    except select person_id from customers where tenant_id <> ${tenant}
    except select person_id from federation_admins)`
}

/** Returns the value with the word at its end; in a document, at the end of each of its words and as one more word. */
function withWord(sql: Sql, { column, type }: Column, word: string) {
  const current = sql(column)
  if (type !== 'jsonb') return sql`${current} || ${word}::text`
  const words = sql`regexp_replace(${current}::text, '([:,[]\\s*)"((?:[^"\\\\]|\\\\.)*)"(?!\\s*:)', ${`\\1"\\2${word}"`}, 'g')::jsonb`
  return sql`${words} || case jsonb_typeof(${current}) when 'object'
    then jsonb_build_object(${word}::text, true) else to_jsonb(${word}::text) end`
}

type Target = { readonly table: string; readonly column: string }

/** Writes with triggers and references off, because they refuse changes of what was decided or paid. */
async function overwrite(
  sql: Sql,
  { table, column }: Target,
  value: ReturnType<typeof withWord>,
  where: ReturnType<typeof rowsOf>,
): Promise<void> {
  await sql.begin((tx) => [
    tx`set local session_replication_role = replica`,
    tx`update ${sql(table)} set ${sql(column)} = ${value} where ${where}`,
  ])
}

const isRefused = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23514'

/**
 * Hides the word in a column. Returns false when the column refuses words, as one with a list of values or a pattern
 * does.
 */
async function hideWord(sql: Sql, tenant: string, column: Column, word: string): Promise<boolean> {
  const rows = rowsOf(sql, column.table, tenant)
  const name = sql(column.column)
  try {
    await overwrite(sql, column, withWord(sql, column, word), sql`${rows} and ${name} is not null`)
    if (column.type === 'text')
      await overwrite(sql, column, sql`${word}`, sql`${rows} and ${name} is null`).catch(
        () => undefined,
      )
    return true
  } catch (error) {
    if (isRefused(error)) return false
    throw error
  }
}

/** Gives a co-op a row in a table where it has none, as a copy of another co-op's row. */
async function copyRow(sql: Sql, tenant: string, table: string): Promise<void> {
  const columns = await sql<{ name: string }[]>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`
  const names = columns.map(({ name }) => name)
  const own = { tenant_id: tenant, ...(names.includes('id') ? { id: crypto.randomUUID() } : {}) }
  await sql.begin((tx) => [
    tx`set local session_replication_role = replica`,
    tx`insert into ${sql(table)} (${sql(names)}) select ${sql(names)} from (
      select (jsonb_populate_record(null::${sql(table)}, to_jsonb(t) || ${sql.json(own)})).*
      from (select * from ${sql(table)} where tenant_id is not null limit 1) t
      where not exists (select from ${sql(table)} where tenant_id = ${tenant})) as lent`,
  ])
}

/** Writes rows that no story makes: a day off, and a host name of the co-op's own. */
async function writeMissingRows(sql: Sql, tenant: string): Promise<void> {
  await sql`insert into availability_exceptions (tenant_id, id, member_id, on_date, kind, note)
    select ${tenant}, gen_random_uuid(), id, current_date + 30, 'off', 'A day off'
    from members where tenant_id = ${tenant} limit 1`
  await sql`insert into hosts values ('own-name.example', ${tenant}, now())`
}

/**
 * Hides a word of its own in every column of one co-op that can hold words, with triggers and references off. Returns
 * the hidden words, the columns that hold words of a list only, and the columns that had no value.
 */
export async function hideCanaries(sql: Sql, tenant: string) {
  const columns = await textColumns(sql)
  const tables = new Set(columns.map(({ table }) => table))
  for (const table of tables)
    if (table !== 'people' && table !== 'tenants') await copyRow(sql, tenant, table)
  await writeMissingRows(sql, tenant)
  const hidden: Canary[] = []
  const lists: string[] = []
  const bare: string[] = []
  for (const [index, found] of columns.entries()) {
    const [column, word] = [`${found.table}.${found.column}`, `zq${index}qz`]
    if (!(await hideWord(sql, tenant, found, word))) lists.push(column)
    else if (await holdsWord(sql, tenant, found, word)) hidden.push({ column, word })
    else bare.push(column)
  }
  await sql`select pg_notify('content', id::text) from tenants`
  return { hidden, lists, bare }
}

type Hidden = {
  readonly tenant: string
  readonly hidden: readonly Canary[]
  /** Of those who look for them, signed in before they were hidden. */
  readonly sessions: Sessions
}

const fileOf = (world: number) => join(folderOf(world), 'canaries.json')

/** Writes the hidden words of a database to a file, for tests in another process. */
export function writeHidden(world: number, hidden: Hidden): void {
  writeFileSync(fileOf(world), JSON.stringify(hidden))
}

export function readHidden(world: number): Hidden {
  return JSON.parse(readFileSync(fileOf(world), 'utf8')) as Hidden
}

async function holdsWord(sql: Sql, tenant: string, found: Column, word: string): Promise<boolean> {
  const rows = await sql`select from ${sql(found.table)}
    where ${rowsOf(sql, found.table, tenant)} and ${sql(found.column)}::text like ${`%${word}%`} limit 1`
  return rows.length > 0
}

/** Returns a checksum of one co-op's rows for each table. It must not change while others work. */
export async function fingerprint(sql: Sql, tenant: string): Promise<Record<string, string>> {
  const tables = new Set((await textColumns(sql)).map(({ table }) => table))
  const sums: Record<string, string> = {}
  for (const table of tables) {
    const [row] = await sql<{ sum: string | null }[]>`
      select md5(string_agg(t::text, '|' order by t::text)) as sum
      from ${sql(table)} t where ${rowsOf(sql, table, tenant)}`
    sums[table] = row?.sum ?? 'nothing'
  }
  return sums
}
