import { and, eq } from 'drizzle-orm'
import type { FileId, MemberId } from '#app/kernel/ids.ts'
import { members } from '#db/schema/members.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

export type Profile = {
  readonly displayName: string
  readonly about: string
  readonly locale: (typeof members.$inferSelect)['locale']
}

/** Writes what a member says of themselves; customers read it. */
export async function changeProfile(
  db: TenantDb,
  member: MemberId,
  profile: Partial<Profile & { photoId: FileId | null }>,
): Promise<void> {
  await db.update(members).set(profile).where(thisMember(db, member))
}

export async function profileOf(db: TenantDb, member: MemberId) {
  const [row] = await db
    .select({
      displayName: members.displayName,
      about: members.about,
      locale: members.locale,
      photoId: members.photoId,
    })
    .from(members)
    .where(thisMember(db, member))
  return row
}

function thisMember(db: TenantDb, member: MemberId) {
  return and(eq(members.tenantId, db.tenant), eq(members.id, member))
}
