import { owner } from './database.ts'
import { getTableColumns, getTableName } from 'drizzle-orm'
import postgres from 'postgres'
import { needed } from '#app/config.ts'
import { expect, test } from 'vitest'
import { everyTable, GLOBAL } from './every-table.ts'
import { createOpenCoOp, buildOrderRequest, monday } from '#app/flows/testing/co-op.ts'
import { placeOrder } from '#app/flows/orders/place-order.server.ts'

const tables = everyTable.map(([, table]) => table)

test('every table of a co-op has row security, enabled and forced, with one policy that reads and writes its own rows alone', async () => {
  const found =
    await owner`select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      (select json_agg(json_build_array(p.polname, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) order by p.polname)
        from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`
  const own = `(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)`
  const theirs = found.filter((row) => !(String(row['name']) in GLOBAL))

  expect(theirs.length).toBeGreaterThan(25)
  for (const { name, enabled, forced, policies } of theirs) {
    expect([name, enabled, forced], String(name)).toEqual([name, true, true])
    expect(policies, String(name)).toEqual([
      ['auditor_reads_all', 'true', null],
      ['own_rows_only', own, own],
    ])
  }
  expect(Object.keys(GLOBAL).toSorted()).toEqual(
    found.filter((row) => String(row['name']) in GLOBAL).map((row) => row['name']),
  )
})

test('tenant_id leads every key of a co-op’s table', async () => {
  const keys = await owner`select c.conrelid::regclass::text as table, c.conname as name,
      (select a.attname from pg_attribute a where a.attrelid = c.conrelid and a.attnum = c.conkey[1]) as first
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.contype in ('p', 'u', 'f', 'x') and t.relnamespace = 'public'::regnamespace`
  const wrong = keys.filter(
    (row) => !(String(row['table']) in GLOBAL) && row['first'] !== 'tenant_id',
  )

  expect(keys.length).toBeGreaterThan(60)
  expect(wrong.map((row) => `${row['table']}.${row['name']}`)).toEqual([])
})

test('the web’s login owns nothing, may do nothing by itself, and outside a co-op there are no rows', async () => {
  const { tenant } = await createOpenCoOp('Amina')
  await placeOrder(tenant, buildOrderRequest(monday.add({ hours: 50 })))
  const web = postgres(needed('DATABASE_WEB_URL'), { max: 1, onnotice: () => {} })
  const [role] =
    await owner`select rolsuper, rolinherit, rolbypassrls, rolcreaterole from pg_roles where rolname = 'twiza_web'`
  expect({ ...role }).toEqual({
    rolsuper: false,
    rolinherit: false,
    rolbypassrls: false,
    rolcreaterole: false,
  })
  await expect(web`select * from orders`).rejects.toThrow(/permission denied/)
  const outside = await web.begin(async (tx) => {
    await tx`set local role twiza_tenant`
    return tx`select * from orders`
  })
  expect(outside).toHaveLength(0)
  const inside = web.begin(async (tx) => {
    await tx`select app.use_tenant(${tenant.id})`
    await tx`select * from people`
  })
  await expect(inside).rejects.toThrow(/permission denied/)
  await web.end()
})

test('what the code believes of each table is what the database has', async () => {
  const columns =
    await owner`select table_name as table, column_name as name, is_nullable = 'YES' as nullable from information_schema.columns where table_schema = 'public'`
  for (const table of tables) {
    const name = getTableName(table)
    const believed = Object.values(getTableColumns(table)).map(
      (column) => `${column.name}${column.notNull ? '' : '?'}`,
    )
    const real = columns
      .filter((row) => row['table'] === name)
      .map((row) => `${row['name']}${row['nullable'] ? '?' : ''}`)
    const generated = believed.map((column) => (column === 'search' ? 'search?' : column))
    expect(generated.toSorted(), name).toEqual(real.toSorted())
  }
  expect(tables.length).toBe(new Set(columns.map((row) => row['table'])).size - 1)
})
