import { sql } from 'drizzle-orm'
import { denialOf } from '#app/domains/members/actor.server.ts'
import { mayExport } from '#app/domains/members/may.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { done } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { EXPORTED } from './export-columns.ts'

/** A vote that is still open shows nobody how it stands, an export neither. */
const COUNTED = sql`and not exists (select from proposals p where p.tenant_id = t.tenant_id and p.id = t.proposal_id and p.reading = t.reading and p.state = 'voting')`

/** Everything that is a co-op's own, table by table: the right to leave, as one document, which opens no door. */
export function readExport(tenant: Tenant, member: MemberId) {
  return inTenant(
    tenant.id,
    async (db) => {
      const denial = await denialOf(db, member, mayExport)
      if (denial) return denial
      const tables: Record<string, unknown> = {}
      for (const [table, columns] of Object.entries(EXPORTED)) {
        const taken = columns.split(/\s+/).map((column) => sql`t.${sql.identifier(column)}`)
        const [row] = await db.execute<{ rows: unknown }>(
          sql`select coalesce(json_agg(r), '[]') as rows from (
            select ${sql.join(taken, sql`, `)} from ${sql.identifier(table)} t
            where t.tenant_id = ${tenant.id} ${table === 'ballots' ? COUNTED : sql``}) r`,
        )
        tables[table] = row?.rows
      }
      const { slug, name, currency } = tenant
      return done({ coOp: { slug, name, currency }, tables })
    },
    { readOnly: true },
  )
}
