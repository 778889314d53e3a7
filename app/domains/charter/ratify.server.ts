import { and, eq } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { ratifications } from '#db/schema/charter.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { ClauseKey } from './charter.ts'

type Agreed = {
  readonly version: number
  readonly clauses: readonly ClauseKey[]
  readonly member: MemberId
  readonly at: Instant
}

/** Notes that a member agrees to each of these clauses. Agreeing twice changes nothing. */
export async function ratify(
  db: TenantDb,
  { version, clauses, member, at }: Agreed,
): Promise<void> {
  const rows = clauses.map((clauseKey) => ({
    tenantId: db.tenant,
    version,
    clauseKey,
    memberId: member,
    at,
  }))
  await db.insert(ratifications).values(rows).onConflictDoNothing()
}

/** Who has agreed to a version. Members agree to it whole, so one clause tells. */
export async function ratifiedBy(db: TenantDb, version: number): Promise<ReadonlySet<MemberId>> {
  const rows = await db
    .selectDistinct({ member: ratifications.memberId })
    .from(ratifications)
    .where(and(eq(ratifications.tenantId, db.tenant), eq(ratifications.version, version)))
  return new Set(rows.map(({ member }) => member))
}
