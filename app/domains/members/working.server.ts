import { and, eq } from 'drizzle-orm'
import type { MemberId } from '#app/kernel/ids.ts'
import { members } from '#db/schema/members.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** Returns the members who take jobs now. */
export async function workingMembers(db: TenantDb): Promise<ReadonlySet<MemberId>> {
  const rows = await db
    .select({ id: members.id })
    .from(members)
    .where(
      and(eq(members.tenantId, db.tenant), eq(members.state, 'active'), eq(members.works, true)),
    )
  return new Set(rows.map(({ id }) => id))
}
