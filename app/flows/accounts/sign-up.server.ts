import { hashPassword, passwordMatches } from '#app/domains/accounts/password.server.ts'
import { addUnconfirmed, personByEmail } from '#app/domains/accounts/people.server.ts'
import { passwordRefusal } from '#app/domains/accounts/password-strength.server.ts'
import type { PasswordRefusal } from '#app/domains/accounts/person.ts'
import { fingerprint, startSession } from '#app/domains/accounts/session.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { inFederation } from '#tenants/scope.server.ts'
import type { ReturnPoint } from '#app/flows/mail/mail-link.server.ts'
import { promiseAccountLetter } from './account-letter.server.ts'

type SignInPlace = { readonly host: string; readonly at: Instant }
type SignedIn = { readonly person: PersonId; readonly token: string }

export type SignUpRequest = {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly locale: Locale
  /** The name of the co-op that the person signs up at, or founds, if any. */
  readonly coOp: string | null
  readonly from: ReturnPoint
  readonly at: Instant
}

/**
 * Makes an account that opens with the link of a letter. An address that has an account is only written to; neither the
 * result nor its duration tells which it was. Returns the proof that this browser's form set the password: with it the
 * link of the letter signs in at once, and without it asks for another password first.
 */
export async function signUp({
  from,
  password,
  coOp,
  ...person
}: SignUpRequest): Promise<Outcome<string, PasswordRefusal>> {
  const weak = passwordRefusal(password, { ...person, coOp })
  if (weak) return refused(weak)
  const passwordHash = await hashPassword(password)
  await inFederation(async (db) => {
    await addUnconfirmed(db, { ...person, passwordHash })
    await promiseAccountLetter(db, 'sign-up', { ...from, email: person.email })
  })
  return done(fingerprint(passwordHash))
}

/**
 * Signs a person in on one host. Neither the refusal nor its duration shows whether the address or the password was
 * wrong, or whether nobody has confirmed the address yet.
 */
export async function signIn({
  email,
  password,
  host,
  at,
}: SignInPlace & { email: string; password: string }): Promise<
  Outcome<SignedIn, 'sign-in-refused'>
> {
  const person = await inFederation((db) => personByEmail(db, email), { readOnly: true })
  const matches = await passwordMatches(person?.passwordHash ?? null, password)
  if (!person?.emailVerifiedAt || !matches || person.disabledAt) return refused('sign-in-refused')
  const token = await inFederation((db) => startSession(db, person.id, { host, at }))
  return done({ person: person.id, token })
}
