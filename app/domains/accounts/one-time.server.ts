import { randomBytes } from 'node:crypto'
import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { personTokens } from '#db/schema/accounts.ts'
import { advisoryLock, type FederationDb } from '#tenants/scope.server.ts'
import { fingerprint } from './session.server.ts'

type Purpose = 'verify-email' | 'reset-password' | 'first-password' | 'hand-over'

const MINUTES: Readonly<Record<Purpose, number>> = {
  'verify-email': 60 * 48,
  'reset-password': 10,
  'first-password': 60 * 24 * 14,
  'hand-over': 1,
}

/** The purposes of which a person has one open code at a time: a newer one ends it. */
const ONE_AT_A_TIME: ReadonlySet<Purpose> = new Set(['reset-password', 'verify-email'])

type NewCode = {
  readonly purpose: Purpose
  readonly person: PersonId
  readonly host?: string
  /** The fingerprint of the secret of the one browser that may use the code. */
  readonly browser?: string
  readonly at: Instant
}

/**
 * Returns the stored hash of a code: its fingerprint, or the fingerprint of the code and the browser's secret together.
 */
const codeHash = (code: string, browser: string | undefined) =>
  fingerprint(browser ? `${code}.${browser}` : code)

/**
 * Makes a secret that can be used once, within the minutes of its purpose. Only its hash is stored. An older one that
 * resets a password or confirms an address ends.
 */
export async function makeCode(
  db: FederationDb,
  { purpose, person, host, browser, at }: NewCode,
): Promise<string> {
  const code = randomBytes(32).toString('base64url')
  if (ONE_AT_A_TIME.has(purpose)) {
    await advisoryLock(db, `codes:${person}`)
    await revokeCodes(db, person, { purposes: [purpose], at })
  }
  await db.insert(personTokens).values({
    tokenHash: codeHash(code, browser),
    purpose,
    personId: person,
    host: host ?? null,
    createdAt: at,
    expiresAt: at.add({ minutes: MINUTES[purpose] }),
  })
  return code
}

type CodeUse = {
  readonly purposes: readonly Purpose[]
  readonly at: Instant
  readonly host?: string
  readonly browser?: string
}

/**
 * Uses a code and returns its person. Returns undefined for a code that was used, has expired, or belongs to another
 * host or browser.
 */
export async function useCode(
  db: FederationDb,
  code: string,
  { purposes, at, host, browser }: CodeUse,
): Promise<PersonId | undefined> {
  const [row] = await db
    .update(personTokens)
    .set({ usedAt: at })
    .where(
      and(
        eq(personTokens.tokenHash, codeHash(code, browser)),
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

/** Returns the state of a code and its person, without using the code. */
export async function checkCode(
  db: FederationDb,
  code: string,
  { purposes, at }: Pick<CodeUse, 'purposes' | 'at'>,
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

/** Ends every unused code of a person for these purposes. */
export async function revokeCodes(
  db: FederationDb,
  person: PersonId,
  { purposes, at }: Pick<CodeUse, 'purposes' | 'at'>,
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
