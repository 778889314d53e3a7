import { and, asc, eq } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { savedViews } from '#db/schema/federation.ts'
import type { FederationDb } from '#tenants/scope.server.ts'

type SavedView = { readonly name: string; readonly query: string }

/** Saves a view of the console under a name. An existing view of this name is replaced. */
export async function saveView(
  db: FederationDb,
  person: PersonId,
  { name, query, at }: SavedView & { readonly at: Instant },
): Promise<void> {
  await db
    .insert(savedViews)
    .values({ personId: person, name, query, createdAt: at })
    .onConflictDoUpdate({
      target: [savedViews.personId, savedViews.name],
      set: { query, createdAt: at },
    })
}

export async function deleteView(db: FederationDb, person: PersonId, name: string): Promise<void> {
  await db.delete(savedViews).where(and(eq(savedViews.personId, person), eq(savedViews.name, name)))
}

export function viewsOf(db: FederationDb, person: PersonId): Promise<SavedView[]> {
  return db
    .select({ name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(eq(savedViews.personId, person))
    .orderBy(asc(savedViews.createdAt), asc(savedViews.name))
}
