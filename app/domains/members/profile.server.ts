import { and, eq, sql } from 'drizzle-orm'
import type { FileId, MemberId } from '#app/kernel/ids.ts'
import { members } from '#db/schema/members.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

export type Profile = {
  readonly displayName: string
  readonly about: string
  readonly locale: (typeof members.$inferSelect)['locale']
}

/** Changes a member's profile, which customers read, and increases its version. */
export async function changeProfile(
  db: TenantDb,
  member: MemberId,
  profile: Partial<Profile & { photoId: FileId | null }>,
): Promise<void> {
  await db
    .update(members)
    .set({ ...profile, profileVersion: sql`${members.profileVersion} + 1` })
    .where(thisMember(db, member))
}

/** Returns a member's profile. `lock` locks it until the transaction ends. */
export async function profileOf(db: TenantDb, member: MemberId, lock = false) {
  const query = db
    .select({
      displayName: members.displayName,
      about: members.about,
      locale: members.locale,
      photoId: members.photoId,
      version: members.profileVersion,
    })
    .from(members)
    .where(thisMember(db, member))
  const [row] = await (lock ? query.for('update') : query)
  return row
}

function thisMember(db: TenantDb, member: MemberId) {
  return and(eq(members.tenantId, db.tenant), eq(members.id, member))
}
