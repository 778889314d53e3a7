import { type CodeState, checkCode, useCode } from '#app/domains/accounts/one-time.server.ts'
import { changePerson, personById, type PersonRow } from '#app/domains/accounts/people.server.ts'
import { fingerprint, startSession } from '#app/domains/accounts/session.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { type FederationDb, inFederation } from '#tenants/scope.server.ts'

const purposes = ['verify-email'] as const

/** Who holds a code: the proof that `signUp` gave their browser, if any, and the person who is signed in there. */
export type CodeHolder = { readonly proof: string | undefined; readonly person: PersonId | null }

type Confirmation = {
  readonly state: CodeState
  /** Whether a code is the holder's own. Another one has to choose a password, because a stranger may have typed it. */
  readonly own: boolean
}

/** Reads whether a code still confirms an address, was used, or is no longer good. */
export function readConfirmation(
  code: string,
  holder: CodeHolder,
  at: Instant,
): Promise<Confirmation> {
  return inFederation((db) => confirmationOf(db, code, { holder, at }), { readOnly: true })
}

async function confirmationOf(
  db: FederationDb,
  code: string,
  { holder, at }: { readonly holder: CodeHolder; readonly at: Instant },
): Promise<Confirmation> {
  const { state, person } = await checkCode(db, code, { purposes, at })
  const row = state === 'good' && person ? await personById(db, person) : undefined
  return { state, own: row !== undefined && isOwn(row, holder) }
}

/** Returns whether the password of a person is the one that the holder typed, or the holder is signed in as them. */
const isOwn = ({ id, passwordHash }: PersonRow, { proof, person }: CodeHolder): boolean =>
  id === person || (passwordHash !== null && proof === fingerprint(passwordHash))

type Place = { readonly holder: CodeHolder; readonly host: string; readonly at: Instant }

/**
 * Confirms the address that a code was sent to, if the code is the holder's own, and signs them in. Returns the token of
 * the session.
 */
export function verifyEmail(
  code: string,
  { holder, host, at }: Place,
): Promise<Outcome<string, 'code-useless'>> {
  return inFederation(async (db) => {
    const { own } = await confirmationOf(db, code, { holder, at })
    const person = own ? await useCode(db, code, { purposes, at }) : undefined
    if (!person) return refused('code-useless')
    await changePerson(db, person, { emailVerifiedAt: at })
    return done(await startSession(db, person, { host, at }))
  })
}
