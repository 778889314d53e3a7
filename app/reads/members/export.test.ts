import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { inviteMember } from '#app/flows/members/invite-member.server.ts'
import {
  createPaidOrder,
  createOpenCoOp,
  monday,
  stopProcessors,
} from '#app/flows/testing/co-op.ts'
import { owner } from '#db/testing/database.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { EXPORTED, WITHHELD } from './export-columns.ts'
import { readExport } from './export.server.ts'

afterAll(stopProcessors)

const exported = Object.entries(EXPORTED).flatMap(([table, columns]) =>
  columns.split(/\s+/).map((column) => `${table}.${column}`),
)

test('every column of the exported tables is either exported or withheld for a reason, so that each new column is decided upon', async () => {
  const columns = await owner`select c.table_name || '.' || c.column_name as name
    from information_schema.columns c where c.table_schema = 'public' and c.table_name in ${owner(Object.keys(EXPORTED))}`
  expect([...exported, ...Object.keys(WITHHELD)].toSorted()).toEqual(
    columns.map(({ name }) => String(name)).toSorted(),
  )
})

test('every table of a co-op is exported', async () => {
  const tenantTables = await owner`select c.relname as name from pg_class c
    join pg_policy p on p.polrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relforcerowsecurity
    group by 1 having array_agg(p.polname::text order by p.polname) = '{auditor_reads_all,own_rows_only}' order by 1`
  expect(tenantTables.map(({ name }) => String(name))).toEqual(Object.keys(EXPORTED).toSorted())
})

test('no exported column has the name of a secret', () => {
  const harmless = [
    'charter_versions.hash', // the fingerprint of the words, public
    'files.key', // the storage key of a public picture
    'files.thumbhash', // a picture, very small
    'ledger_journals.payload_hash', // the fingerprint of a journal
    'member_classes.key',
    'order_lines.key',
    'ratifications.clause_key',
    'proposals.clause_key',
  ]
  const suspect = exported.filter((name) => /token|secret_|hash|key|session|url|code_/.test(name))
  expect(suspect.toSorted()).toEqual(harmless.toSorted())
})

test('with a member, an invitation and a paid order, the file holds their data and none of their secrets', async () => {
  const { tenant, members } = await createOpenCoOp('Amina', 'Rosa')
  const order = await createPaidOrder(tenant)
  await order.record()
  const [by] = members
  if (!by) throw new Error('nobody')
  await inviteMember(tenant, {
    email: 'ivy@example.com',
    by: { id: by, name: 'Amina' },
    at: monday,
  })
  const secrets = await inTenant(tenant.id, (db) =>
    db.execute<{ secret: string }>(sql`
      select token as secret from orders where tenant_id = ${tenant.id}
      union all select checkout_key from orders where tenant_id = ${tenant.id}
      union all select feed_token from members where tenant_id = ${tenant.id}
      union all select token_hash from invitations where tenant_id = ${tenant.id}
      union all select session from payments where tenant_id = ${tenant.id}
      union all select pay_url from payments where tenant_id = ${tenant.id}`),
  )
  const file = JSON.stringify(await readExport(tenant, by))

  expect(secrets.length).toBeGreaterThanOrEqual(7)
  for (const { secret } of secrets) expect(file).not.toContain(secret)
  expect(file).toContain('helen@example.com')
  expect(file).toContain(order.code)
  expect(file).toContain('ivy@example.com')
})
