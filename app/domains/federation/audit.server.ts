import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { type EntryId, newId, type PersonId, type TenantId } from '#app/kernel/ids.ts'
import { auditLog } from '#db/schema/federation.ts'
import type { FederationDb } from '#tenants/scope.server.ts'
import type { AuditAct } from './audit.ts'

type AuditEntry = {
  readonly act: AuditAct
  readonly actor: Actor<PersonId | null>
  readonly tenant?: TenantId
  readonly detail?: Record<string, unknown>
  readonly at: Instant
}

/** Writes an entry of the federation's log in the transaction of the act itself. Entries are never removed. */
export async function recordAudit(
  db: FederationDb,
  { act, actor, tenant, detail, at }: AuditEntry,
): Promise<void> {
  await db.insert(auditLog).values({
    id: newId<EntryId>(),
    at,
    actorId: actor.id,
    actorName: actor.name,
    act,
    tenantId: tenant ?? null,
    detail: detail ?? {},
  })
}
