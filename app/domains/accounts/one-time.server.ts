import { randomBytes } from 'node:crypto'
import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { personTokens } from '#db/schema/accounts.ts'
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
  /** The fingerprint of what the one browser that may use it holds. */
  readonly browser?: string
  readonly at: Instant
}

/** What is kept of a code: its fingerprint, or that of the code and the browser together. */
const kept = (code: string, browser: string | undefined) =>
  fingerprint(browser ? `${code}.${browser}` : code)

/** A secret for one use and a short time; only its fingerprint is kept. */
export async function makeCode(
  db: FederationDb,
  { purpose, person, host, browser, at }: Made,
): Promise<string> {
  const code = randomBytes(32).toString('base64url')
  await db.insert(personTokens).values({
    tokenHash: kept(code, browser),
    purpose,
    personId: person,
    host: host ?? null,
    createdAt: at,
    expiresAt: at.add({ minutes: MINUTES[purpose] }),
  })
  return code
}

type Used = {
  readonly purposes: readonly Purpose[]
  readonly at: Instant
  readonly host?: string
  readonly browser?: string
}

/** Whose code this is, used up in the same moment: a second use, a late one, or one on another host or in another browser finds nobody. */
export async function useCode(
  db: FederationDb,
  code: string,
  { purposes, at, host, browser }: Used,
): Promise<PersonId | undefined> {
  const [row] = await db
    .update(personTokens)
    .set({ usedAt: at })
    .where(
      and(
        eq(personTokens.tokenHash, kept(code, browser)),
        inArray(personTokens.purpose, purposes),
        isNull(personTokens.usedAt),
        gt(personTokens.expiresAt, at),
        ...(host ? [eq(personTokens.host, host)] : []),
      ),
    )
    .returning({ person: personTokens.personId })
  return row?.person
}

export type CodeState = 'good' | 'used' | 'dead'

/** Whether a code would still do, and whose it is; looking at it uses nothing up. */
export async function lookAtCode(
  db: FederationDb,
  code: string,
  { purposes, at }: Pick<Used, 'purposes' | 'at'>,
): Promise<{ readonly state: CodeState; readonly person?: PersonId }> {
  const [row] = await db
    .select({
      person: personTokens.personId,
      used: personTokens.usedAt,
      until: personTokens.expiresAt,
    })
    .from(personTokens)
    .where(
      and(eq(personTokens.tokenHash, fingerprint(code)), inArray(personTokens.purpose, purposes)),
    )
  if (!row) return { state: 'dead' }
  if (row.used) return { state: 'used', person: row.person }
  return {
    state: row.until.epochMilliseconds > at.epochMilliseconds ? 'good' : 'dead',
    person: row.person,
  }
}

/** Makes every open code of a person for these purposes useless. */
export async function endCodes(
  db: FederationDb,
  person: PersonId,
  { purposes, at }: Pick<Used, 'purposes' | 'at'>,
): Promise<void> {
  await db
    .update(personTokens)
    .set({ usedAt: at })
    .where(
      and(
        eq(personTokens.personId, person),
        inArray(personTokens.purpose, purposes),
        isNull(personTokens.usedAt),
      ),
    )
}
