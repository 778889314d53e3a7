import { and, desc, eq } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { ratifications } from '#db/schema/charter.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { ClauseKey } from './clauses.ts'

type Ratification = {
  readonly version: number
  readonly clauses: readonly ClauseKey[]
  readonly member: MemberId
  readonly at: Instant
}

/** Records that a member agrees to each of these clauses. A repeat changes nothing. */
export async function ratify(
  db: TenantDb,
  { version, clauses, member, at }: Ratification,
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

/**
 * Returns the members who have agreed to a version. Members agree to all clauses at once, so one clause is enough to
 * know.
 */
export async function membersWhoRatified(
  db: TenantDb,
  version: number,
): Promise<ReadonlySet<MemberId>> {
  const rows = await db
    .selectDistinct({ member: ratifications.memberId })
    .from(ratifications)
    .where(and(eq(ratifications.tenantId, db.tenant), eq(ratifications.version, version)))
  return new Set(rows.map(({ member }) => member))
}

/**
 * Returns the latest version that a member has agreed to, and when; undefined for a member who joined an open co-op.
 */
export async function latestRatification(
  db: TenantDb,
  member: MemberId,
): Promise<{ readonly version: number; readonly at: Instant } | undefined> {
  const [row] = await db
    .select({ version: ratifications.version, at: ratifications.at })
    .from(ratifications)
    .where(and(eq(ratifications.tenantId, db.tenant), eq(ratifications.memberId, member)))
    .orderBy(desc(ratifications.version))
    .limit(1)
  return row
}
