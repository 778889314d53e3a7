import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import { type Instant, Temporal } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { sessions } from '#db/schema/accounts.ts'
import type { FederationDb } from '#tenants/scope.server.ts'

/** A session ends after this many days without a visit, and after that many in any case. */
const SESSION_DAYS = { idle: 30, absolute: 90 } as const

type Where = { readonly host: string; readonly at: Instant }

/** Starts a session on one host and gives its secret, which is kept nowhere but in the reader's cookie. */
export async function startSession(
  db: FederationDb,
  person: PersonId,
  where: Where,
): Promise<string> {
  const { id } = await luciaOn(db, where).createSession(person, {})
  return id
}

/** Ends the session of this secret. */
export async function endSession(db: FederationDb, token: string, where: Where): Promise<void> {
  await luciaOn(db, where).invalidateSession(token)
}

/** Ends every session of a person, on every host. */
export async function endEverySession(
  db: FederationDb,
  person: PersonId,
  where: Where,
): Promise<void> {
  await luciaOn(db, where).invalidateUserSessions(person)
}

/** Whether a session has less than half of its idle time left, so that a visit should prolong it. */
export function isFading(expiresAt: Instant, at: Instant): boolean {
  const half = at.add({ hours: (SESSION_DAYS.idle * 24) / 2 })
  return expiresAt.epochMilliseconds < half.epochMilliseconds
}

/** Lets a session that is visited go on, never beyond its absolute end. */
export async function prolongSession(
  db: FederationDb,
  tokenHash: string,
  at: Instant,
): Promise<void> {
  await db
    .update(sessions)
    .set({
      expiresAt: sql`least(${sessions.diesAt}, ${at.add({ hours: SESSION_DAYS.idle * 24 }).toString()}::timestamptz)`,
    })
    .where(eq(sessions.tokenHash, tokenHash))
}

/** Only the fingerprint of a token is kept, so that reading the database gives nobody a session. */
export function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Lucia makes and ends sessions; its reading of cookies is not used, because it decodes their names. */
function luciaOn(db: FederationDb, where: Where) {
  return new Lucia(adapter(db, where), { sessionExpiresIn: new TimeSpan(SESSION_DAYS.idle, 'd') })
}

function adapter(db: FederationDb, { host, at }: Where): Adapter {
  return {
    setSession: async ({ id, userId, expiresAt }) => {
      await db.insert(sessions).values({
        tokenHash: fingerprint(id),
        personId: userId as PersonId,
        host,
        createdAt: at,
        expiresAt: Temporal.Instant.fromEpochMilliseconds(expiresAt.getTime()),
        diesAt: at.add({ hours: SESSION_DAYS.absolute * 24 }),
      })
    },
    deleteSession: async (id) =>
      void (await db
        .delete(sessions)
        .where(and(eq(sessions.tokenHash, fingerprint(id)), eq(sessions.host, host)))),
    deleteUserSessions: async (userId) =>
      void (await db.delete(sessions).where(eq(sessions.personId, userId as PersonId))),
    getSessionAndUser: async () => [null, null],
    getUserSessions: async () => [],
    updateSessionExpiration: async () => {},
    deleteExpiredSessions: async () => {},
  }
}
