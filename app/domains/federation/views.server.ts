import { and, asc, eq } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { savedViews } from '#db/schema/federation.ts'
import type { FederationDb } from '#tenants/scope.server.ts'

type View = { readonly name: string; readonly query: string }

/** Keeps a way of looking at the console under a name; the same name again means the new way. */
export async function saveView(
  db: FederationDb,
  person: PersonId,
  { name, query, at }: View & { readonly at: Instant },
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

export function viewsOf(db: FederationDb, person: PersonId): Promise<View[]> {
  return db
    .select({ name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(eq(savedViews.personId, person))
    .orderBy(asc(savedViews.createdAt))
}
