import { randomBytes } from 'node:crypto'
import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { personTokens } from '#db/schema/identity.ts'
import type { FederationDb } from '#tenants/scope.server.ts'
import { fingerprint } from './session.server.ts'

type Purpose = 'verify-email' | 'reset-password' | 'first-password' | 'hand-over'

const MINUTES: Readonly<Record<Purpose, number>> = {
  'verify-email': 60 * 48,
  'reset-password': 60,
  'first-password': 60 * 24 * 14,
  'hand-over': 1,
}

type Made = {
  readonly purpose: Purpose
  readonly person: PersonId
  readonly host?: string
  readonly at: Instant
}

/** A secret for one use and a short time; only its fingerprint is kept. */
export async function makeCode(
  db: FederationDb,
  { purpose, person, host, at }: Made,
): Promise<string> {
  const code = randomBytes(32).toString('base64url')
  await db.insert(personTokens).values({
    tokenHash: fingerprint(code),
    purpose,
    personId: person,
    host: host ?? null,
    createdAt: at,
    expiresAt: at.add({ minutes: MINUTES[purpose] }),
  })
  return code
}

type Used = { readonly purposes: readonly Purpose[]; readonly at: Instant; readonly host?: string }

/** Whose code this is, used up in the same moment: a second use, a late one, or one on another host finds nobody. */
export async function useCode(
  db: FederationDb,
  code: string,
  { purposes, at, host }: Used,
): Promise<PersonId | undefined> {
  const [row] = await db
    .update(personTokens)
    .set({ usedAt: at })
    .where(
      and(
        eq(personTokens.tokenHash, fingerprint(code)),
        inArray(personTokens.purpose, purposes),
        isNull(personTokens.usedAt),
        gt(personTokens.expiresAt, at),
        ...(host ? [eq(personTokens.host, host)] : []),
      ),
    )
    .returning({ person: personTokens.personId })
  return row?.person
}
