import { asc, desc, eq } from 'drizzle-orm'
import type { AuditAct } from '#app/domains/federation/audit.server.ts'
import { auditLog, tenantFigures, tenants } from '#db/schema/federation.ts'
import { inFederation } from '#tenants/scope.server.ts'

/** Every co-op of the federation with its state and figures, and the latest of the log. */
export function readConsole() {
  return inFederation(
    async (db) => {
      const rows = await db
        .select({ tenant: tenants, figures: tenantFigures })
        .from(tenants)
        .leftJoin(tenantFigures, eq(tenantFigures.tenantId, tenants.id))
        .orderBy(asc(tenants.name))
      const log = await db.select().from(auditLog).orderBy(desc(auditLog.at)).limit(30)
      return {
        coOps: rows.map(({ tenant, figures }) => ({
          id: tenant.id,
          slug: tenant.slug,
          name: tenant.name,
          city: tenant.city,
          state: tenant.state,
          reason: tenant.stateReason,
          currency: tenant.currency,
          members: figures?.members ?? 0,
          orders: figures?.orders12m ?? 0,
          sales: figures?.sales12m ?? 0n,
        })),
        log: log.map(({ id, at, actorName, act, detail }) => ({
          id,
          at: at.toString(),
          actor: actorName,
          act: act as AuditAct,
          detail: Object.values(detail).join(', '),
        })),
      }
    },
    { readOnly: true },
  )
}
