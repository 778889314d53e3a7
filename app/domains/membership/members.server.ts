import { and, eq, inArray } from 'drizzle-orm'
import type { MemberId } from '#app/kernel/ids.ts'
import { members } from '#db/schema/membership.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

export type MemberRow = typeof members.$inferSelect

export async function membersById(db: TenantDb, ids: readonly MemberId[]): Promise<MemberRow[]> {
  if (ids.length === 0) return []
  return db
    .select()
    .from(members)
    .where(and(eq(members.tenantId, db.tenant), inArray(members.id, [...ids])))
    .orderBy(members.displayName)
}

/** Everybody who belongs now, by name. */
export function activeMembers(db: TenantDb): Promise<MemberRow[]> {
  return db
    .select()
    .from(members)
    .where(and(eq(members.tenantId, db.tenant), eq(members.state, 'active')))
    .orderBy(members.displayName)
}
