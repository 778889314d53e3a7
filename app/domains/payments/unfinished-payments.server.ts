import { and, eq, sql } from 'drizzle-orm'
import { type Instant, writeInstant } from '#app/kernel/clock.ts'
import type { TenantId } from '#app/kernel/ids.ts'
import { payments } from '#db/schema/payments.ts'
import type { FederationDb, TenantDb } from '#tenants/scope.server.ts'

/** A payment page whose result is not recorded, and whose it is. */
export type UnfinishedPayment = { readonly tenant: TenantId; readonly session: string }

/** Returns payments of all co-ops that began a while ago and for which it is time to ask the processor again. */
export async function unfinishedPayments(
  db: FederationDb,
  { at, most }: { at: Instant; most: number },
): Promise<UnfinishedPayment[]> {
  const rows = await db.execute<{ tenant_id: TenantId; session: string }>(
    sql`select tenant_id, session from app.unfinished_payments(${writeInstant(at)}::timestamptz, ${most}::int)`,
  )
  return rows.map(({ tenant_id: tenant, session }) => ({ tenant, session }))
}

/** Records that the processor is asked for a payment now, so that others are asked for first the next time. */
export async function recordChecked(db: TenantDb, session: string, at: Instant): Promise<void> {
  await db
    .update(payments)
    .set({ checkedAt: at })
    .where(and(eq(payments.tenantId, db.tenant), eq(payments.session, session)))
}
