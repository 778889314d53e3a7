import { sql } from 'drizzle-orm'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'

const TABLES =
  `member_classes members offices invitations charter_versions ratifications storefronts activities listings
  listing_photos files availability_rules availability_exceptions customers orders order_lines bookings payments refunds
  reviews ledger_accounts ledger_journals ledger_entries proposals readings electors ballots comments`.split(
    /\s+/,
  )

/** A vote that is still open shows nobody how it stands, an export neither. */
const COUNTED = sql`and not exists (select from proposals p where p.tenant_id = t.tenant_id and p.id = t.proposal_id and p.reading = t.reading and p.state = 'voting')`

/** Everything that is a co-op's own, table by table, as it is kept: the right to leave, as one document. */
export function readExport(tenant: Tenant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const tables: Record<string, unknown> = {}
      for (const table of TABLES) {
        const name = sql.identifier(table)
        const [row] = await db.execute<{ rows: unknown }>(
          sql`select coalesce(json_agg(t), '[]') as rows from ${name} t where t.tenant_id = ${tenant.id} ${table === 'ballots' ? COUNTED : sql``}`,
        )
        tables[table] = row?.rows
      }
      return { coOp: { slug: tenant.slug, name: tenant.name, currency: tenant.currency }, tables }
    },
    { readOnly: true },
  )
}
