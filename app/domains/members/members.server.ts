import { and, eq, inArray, ne, or } from 'drizzle-orm'
import type { MemberId, PersonId } from '#app/kernel/ids.ts'
import { members, type Office, offices } from '#db/schema/members.ts'
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

/** Returns the member that a person is or that has an address; undefined for one who has left. */
export async function findMember(
  db: TenantDb,
  { person, email }: { readonly person?: PersonId; readonly email: string },
): Promise<MemberRow | undefined> {
  const [row] = await db
    .select()
    .from(members)
    .where(
      and(
        eq(members.tenantId, db.tenant),
        ne(members.state, 'left'),
        or(eq(members.email, email), person && eq(members.personId, person)),
      ),
    )
  return row
}

/** Returns the active members by name. */
export function activeMembers(db: TenantDb): Promise<MemberRow[]> {
  return db
    .select()
    .from(members)
    .where(and(eq(members.tenantId, db.tenant), eq(members.state, 'active')))
    .orderBy(members.displayName)
}

/** Returns the active members who hold an office. */
export function officeHolders(db: TenantDb, office: Office): Promise<MemberRow[]> {
  const holderIds = db
    .select({ id: offices.memberId })
    .from(offices)
    .where(and(eq(offices.tenantId, db.tenant), eq(offices.office, office)))
  return db
    .select()
    .from(members)
    .where(
      and(
        eq(members.tenantId, db.tenant),
        eq(members.state, 'active'),
        inArray(members.id, holderIds),
      ),
    )
}
