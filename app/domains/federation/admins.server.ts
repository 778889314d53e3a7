import { eq } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { federationAdmins } from '#db/schema/federation.ts'
import { type FederationDb, advisoryLock } from '#tenants/scope.server.ts'

export async function isAdmin(db: FederationDb, person: PersonId): Promise<boolean> {
  return (await db.$count(federationAdmins, eq(federationAdmins.personId, person))) > 0
}

/** Makes a person an admin of the federation. Returns false when they are one already. */
export async function addAdmin(
  db: FederationDb,
  person: PersonId,
  { by, at }: { readonly by: PersonId | null; readonly at: Instant },
): Promise<boolean> {
  const added = await db
    .insert(federationAdmins)
    .values({ personId: person, addedAt: at, addedBy: by })
    .onConflictDoNothing()
    .returning({ person: federationAdmins.personId })
  return added.length > 0
}

/**
 * Removes an admin, unless they are the last, because somebody must be able to add others. The table is locked against
 * other changes first, so that two admins who remove each other cannot both succeed.
 */
export async function removeAdmin(
  db: FederationDb,
  person: PersonId,
): Promise<'gone' | 'last' | 'none'> {
  await advisoryLock(db, 'admins')
  const admins = await db.select({ person: federationAdmins.personId }).from(federationAdmins)
  if (!admins.some((admin) => admin.person === person)) return 'none'
  if (admins.length === 1) return 'last'
  await db.delete(federationAdmins).where(eq(federationAdmins.personId, person))
  return 'gone'
}
