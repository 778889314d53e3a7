import { and, desc, eq } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { ratifications } from '#db/schema/charter.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { ClauseKey } from './clauses.ts'

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

/** The latest version that a member has agreed to, and when; nothing for whoever joined when the doors were open. */
export async function agreedBy(
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
