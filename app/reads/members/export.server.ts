import { sql } from 'drizzle-orm'
import { denialOf } from '#app/domains/members/actor.server.ts'
import { mayExport } from '#app/domains/members/may.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { done } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { EXPORTED } from './export-columns.ts'

/** Leaves out the ballots of an open vote, because an open vote shows nobody its state. */
const CLOSED_VOTES = sql`and not exists (select from proposals p where p.tenant_id = t.tenant_id and p.id = t.proposal_id and p.reading = t.reading and p.state = 'voting')`

/** Reads all data of a co-op, table by table, as one document without secrets. It is a co-op's right to leave. */
export function readExport(tenant: Tenant, member: MemberId) {
  return inTenant(
    tenant.id,
    async (db) => {
      const denial = await denialOf(db, member, mayExport)
      if (denial) return denial
      const tables: Record<string, unknown> = {}
      for (const [table, columns] of Object.entries(EXPORTED)) {
        const selectedColumns = columns
          .split(/\s+/)
          .map((column) => sql`t.${sql.identifier(column)}`)
        const [row] = await db.execute<{ rows: unknown }>(
          sql`select coalesce(json_agg(r), '[]') as rows from (
            select ${sql.join(selectedColumns, sql`, `)} from ${sql.identifier(table)} t
            where t.tenant_id = ${tenant.id} ${table === 'ballots' ? CLOSED_VOTES : sql``}) r`,
        )
        tables[table] = row?.rows
      }
      const { slug, name, currency } = tenant
      return done({ coOp: { slug, name, currency }, tables })
    },
    { readOnly: true },
  )
}
