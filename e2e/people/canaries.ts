import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sql } from 'postgres'
import { folderOf } from '../worlds/world.ts'

/** A column in which one co-op's own words stand, and the word that was hidden in it. */
export type Canary = { readonly column: string; readonly word: string }

type Column = { readonly table: string; readonly column: string; readonly type: string }

/** What a site is found and read by: with a word in it there would be no site to look at. */
const KEPT = ['slug', 'locale', 'currency', 'time_zone']

/** Every column that can hold words: of what belongs to co-ops, of their own entry in the directory, and of people. */
async function wordy(sql: Sql): Promise<Column[]> {
  return sql<Column[]>`select c.table_name as table, c.column_name as column, c.udt_name as type
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.udt_name in ('text', 'jsonb')
      and c.is_generated = 'NEVER'
      and (c.table_name = 'people' or (c.table_name = 'tenants' and c.column_name <> all (${KEPT}))
        or exists (select from information_schema.columns o where o.table_schema = 'public'
          and o.table_name = c.table_name and o.column_name = 'tenant_id'))
    order by 1, 2`
}

/** The rows of one co-op in a table; of people, those who have to do with it and with no other. */
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

/** What is there with the word at its end; in a document, at the end of each of its words and as one word more. */
function marked(sql: Sql, { column, type }: Column, word: string) {
  const there = sql(column)
  if (type !== 'jsonb') return sql`${there} || ${word}::text`
  const words = sql`regexp_replace(${there}::text, '([:,[]\\s*)"((?:[^"\\\\]|\\\\.)*)"(?!\\s*:)', ${`\\1"\\2${word}"`}, 'g')::jsonb`
  return sql`${words} || case jsonb_typeof(${there}) when 'object'
    then jsonb_build_object(${word}::text, true) else to_jsonb(${word}::text) end`
}

type Put = { readonly table: string; readonly column: string }

/** Writes past triggers and references, which would keep what was decided or paid from being rewritten. */
async function put(
  sql: Sql,
  { table, column }: Put,
  value: ReturnType<typeof marked>,
  where: ReturnType<typeof rowsOf>,
): Promise<void> {
  await sql.begin((tx) => [
    tx`set local session_replication_role = replica`,
    tx`update ${sql(table)} set ${sql(column)} = ${value} where ${where}`,
  ])
}

const isRefused = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23514'

/** Whether the column takes words: one whose values are a list's, or a pattern's, does not. */
async function hide(sql: Sql, tenant: string, column: Column, word: string): Promise<boolean> {
  const mine = rowsOf(sql, column.table, tenant)
  const name = sql(column.column)
  try {
    await put(sql, column, marked(sql, column, word), sql`${mine} and ${name} is not null`)
    if (column.type === 'text')
      await put(sql, column, sql`${word}`, sql`${mine} and ${name} is null`).catch(() => undefined)
    return true
  } catch (error) {
    if (isRefused(error)) return false
    throw error
  }
}

/** Gives a co-op a row in a table where it has none: another co-op's, as its own. */
async function borrow(sql: Sql, tenant: string, table: string): Promise<void> {
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

/** What no story leaves behind: a day off, and a name of the co-op's own for its site. */
async function writeTheRest(sql: Sql, tenant: string): Promise<void> {
  await sql`insert into availability_exceptions (tenant_id, id, member_id, on_date, kind, note)
    select ${tenant}, gen_random_uuid(), id, current_date + 30, 'off', 'A day off'
    from members where tenant_id = ${tenant} limit 1`
  await sql`insert into hosts values ('own-name.example', ${tenant}, now())`
}

/**
 * Hides a word of its own in every column of one co-op that can hold words, whatever triggers and references say. What
 * it answers: where words are hidden, the columns that hold words of a list alone, and those in which nothing was there.
 */
export async function hideCanaries(sql: Sql, tenant: string) {
  const columns = await wordy(sql)
  const tables = new Set(columns.map(({ table }) => table))
  for (const table of tables)
    if (table !== 'people' && table !== 'tenants') await borrow(sql, tenant, table)
  await writeTheRest(sql, tenant)
  const hidden: Canary[] = []
  const lists: string[] = []
  const bare: string[] = []
  for (const [index, found] of columns.entries()) {
    const [column, word] = [`${found.table}.${found.column}`, `zq${index}qz`]
    if (!(await hide(sql, tenant, found, word))) lists.push(column)
    else if (await isThere(sql, tenant, found, word)) hidden.push({ column, word })
    else bare.push(column)
  }
  await sql`select pg_notify('content', id::text) from tenants`
  return { hidden, lists, bare }
}

type Hidden = { readonly tenant: string; readonly hidden: readonly Canary[] }

const fileOf = (world: number) => join(folderOf(world), 'canaries.json')

/** Writes down what was hidden in a world, for those who look for it in another process. */
export function writeHidden(world: number, hidden: Hidden): void {
  writeFileSync(fileOf(world), JSON.stringify(hidden))
}

export function readHidden(world: number): Hidden {
  return JSON.parse(readFileSync(fileOf(world), 'utf8')) as Hidden
}

async function isThere(sql: Sql, tenant: string, found: Column, word: string): Promise<boolean> {
  const rows = await sql`select from ${sql(found.table)}
    where ${rowsOf(sql, found.table, tenant)} and ${sql(found.column)}::text like ${`%${word}%`} limit 1`
  return rows.length > 0
}

/** One co-op's rows, table by table, as a sum: what may not change while others are at work. */
export async function fingerprint(sql: Sql, tenant: string): Promise<Record<string, string>> {
  const tables = new Set((await wordy(sql)).map(({ table }) => table))
  const sums: Record<string, string> = {}
  for (const table of tables) {
    const [row] = await sql<{ sum: string | null }[]>`
      select md5(string_agg(t::text, '|' order by t::text)) as sum
      from ${sql(table)} t where ${rowsOf(sql, table, tenant)}`
    sums[table] = row?.sum ?? 'nothing'
  }
  return sums
}
