import { eq, sql } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import { newId, type PersonId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { people } from '#db/schema/accounts.ts'
import type { FederationDb } from '#tenants/scope.server.ts'

export type PersonRow = typeof people.$inferSelect

export async function personByEmail(
  db: FederationDb,
  email: string,
): Promise<PersonRow | undefined> {
  const [person] = await db.select().from(people).where(eq(people.email, email))
  return person
}

export async function personById(db: FederationDb, id: PersonId): Promise<PersonRow | undefined> {
  const [person] = await db.select().from(people).where(eq(people.id, id))
  return person
}

export type NewPerson = {
  readonly email: string
  readonly name: string
  readonly locale: Locale
  /** Null for a person who has not yet chosen a password by a link. */
  readonly passwordHash: string | null
  readonly at: Instant
}

/** Adds a person. Returns undefined when the address belongs to another person. */
export async function addPerson(
  db: FederationDb,
  { at, ...person }: NewPerson,
): Promise<PersonId | undefined> {
  const [added] = await db
    .insert(people)
    .values({ id: newId<PersonId>(), ...person, createdAt: at })
    .onConflictDoNothing({ target: people.email })
    .returning({ id: people.id })
  return added?.id
}

/**
 * Adds a person, or gives one whose address nobody has confirmed another password. A confirmed person is left as they
 * are. Neither the result nor what the database does tells which it was.
 */
export async function addUnconfirmed(
  db: FederationDb,
  { at, passwordHash, ...person }: NewPerson & { readonly passwordHash: string },
): Promise<void> {
  await db
    .insert(people)
    .values({ id: newId<PersonId>(), ...person, passwordHash, createdAt: at })
    .onConflictDoUpdate({
      target: people.email,
      set: { passwordHash },
      setWhere: sql`${people.emailVerifiedAt} is null and ${people.disabledAt} is null`,
    })
}

export async function changePerson(
  db: FederationDb,
  id: PersonId,
  change: Partial<
    Pick<PersonRow, 'name' | 'locale' | 'passwordHash' | 'emailVerifiedAt' | 'disabledAt'>
  >,
): Promise<void> {
  await db.update(people).set(change).where(eq(people.id, id))
}
