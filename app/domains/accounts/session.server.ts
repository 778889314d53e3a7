import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import { type Instant, Temporal } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { sessions } from '#db/schema/accounts.ts'
import type { FederationDb } from '#tenants/scope.server.ts'

/** A session ends after `idle` days without a visit, and after `absolute` days in any case. */
const SESSION_DAYS = { idle: 30, absolute: 90 } as const

type SessionContext = { readonly host: string; readonly at: Instant }

/** Starts a session on one host and returns its secret. Only the reader's cookie holds the secret. */
export async function startSession(
  db: FederationDb,
  person: PersonId,
  context: SessionContext,
): Promise<string> {
  const { id } = await luciaFor(db, context).createSession(person, {})
  return id
}

/** Ends the session with this secret. */
export async function endSession(
  db: FederationDb,
  token: string,
  context: SessionContext,
): Promise<void> {
  await luciaFor(db, context).invalidateSession(token)
}

/** Ends every session of a person, on every host. */
export async function endEverySession(
  db: FederationDb,
  person: PersonId,
  context: SessionContext,
): Promise<void> {
  await luciaFor(db, context).invalidateUserSessions(person)
}

/** Returns whether a session has less than half of its idle time left, so that a visit should prolong it. */
export function shouldProlong(expiresAt: Instant, at: Instant): boolean {
  const half = at.add({ hours: (SESSION_DAYS.idle * 24) / 2 })
  return expiresAt.epochMilliseconds < half.epochMilliseconds
}

/** Prolongs a session by its idle time, never beyond its absolute end. */
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

/**
 * Returns the fingerprint of a token. Only fingerprints are stored, so nobody gets a session by reading the database.
 */
export function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Returns Lucia, which makes and ends sessions. Its reading of cookies is not used, because it decodes their names. */
function luciaFor(db: FederationDb, context: SessionContext) {
  return new Lucia(sessionAdapter(db, context), {
    sessionExpiresIn: new TimeSpan(SESSION_DAYS.idle, 'd'),
  })
}

function sessionAdapter(db: FederationDb, { host, at }: SessionContext): Adapter {
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
