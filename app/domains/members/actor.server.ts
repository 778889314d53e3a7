import { and, eq } from 'drizzle-orm'
import type { MemberId } from '#app/kernel/ids.ts'
import { refused } from '#app/kernel/outcome.ts'
import { members, offices } from '#db/schema/members.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { type May, rightsRefusal, type RightsRefusal } from './may.ts'

export type Denial = { readonly ok: false; readonly refusal: RightsRefusal }

/**
 * Returns why a member may not do something, as the database knows them in this transaction; undefined when they may.
 * Every act of a member begins with this call, because a page shown before a suspension gives no right after it.
 */
export async function denialOf(
  db: TenantDb,
  member: MemberId,
  may: May,
): Promise<Denial | undefined> {
  const rows = await db
    .select({ state: members.state, office: offices.office })
    .from(members)
    .leftJoin(offices, and(eq(offices.tenantId, db.tenant), eq(offices.memberId, members.id)))
    .where(and(eq(members.tenantId, db.tenant), eq(members.id, member)))
  const [first] = rows
  const actor = first && {
    state: first.state,
    offices: rows.flatMap(({ office }) => office ?? []),
  }
  const refusal = rightsRefusal(actor, may)
  return refusal && refused(refusal)
}
