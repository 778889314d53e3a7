import { and, eq } from 'drizzle-orm'
import type { MemberId } from '#app/kernel/ids.ts'
import { members, offices } from '#db/schema/members.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { May } from './may.ts'

/** Whether a member may do something, by what the database says in this transaction. Somebody unknown may nothing. */
export async function allows(db: TenantDb, member: MemberId, may: May): Promise<boolean> {
  const rows = await db
    .select({ state: members.state, office: offices.office })
    .from(members)
    .leftJoin(offices, and(eq(offices.tenantId, db.tenant), eq(offices.memberId, members.id)))
    .where(and(eq(members.tenantId, db.tenant), eq(members.id, member)))
  const [first] = rows
  if (!first) return false
  return may({ state: first.state, offices: rows.flatMap(({ office }) => office ?? []) })
}
