import { hashPassword, passwordMatches } from '#app/domains/accounts/password.server.ts'
import { addPerson, personByEmail } from '#app/domains/accounts/people.server.ts'
import { type PasswordRefusal, passwordRefusal } from '#app/domains/accounts/person.ts'
import { startSession } from '#app/domains/accounts/session.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { inFederation } from '#tenants/scope.server.ts'
import { requestConfirmation } from './confirm-address.server.ts'
import type { ReturnPoint } from '#app/flows/mail/mail-link.server.ts'

type SignInPlace = { readonly host: string; readonly at: Instant }
type SignedIn = { readonly person: PersonId; readonly token: string }

export type SignUpRequest = SignInPlace & {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly locale: Locale
  readonly from: ReturnPoint
}

/**
 * Makes an account, signs it in, and sends a letter that asks to confirm the address. An unconfirmed address blocks
 * nothing here. An address that already has an account is signed in if the password is right, and refused otherwise.
 */
export async function signUp(
  request: SignUpRequest,
): Promise<Outcome<SignedIn, PasswordRefusal | 'email-taken'>> {
  const weak = passwordRefusal(request.password, request.email)
  if (weak) return refused(weak)
  const passwordHash = await hashPassword(request.password)
  const added = await inFederation(async (db) => {
    const person = await addPerson(db, { ...request, passwordHash })
    if (!person) return undefined
    await requestConfirmation(db, { ...request, id: person }, { ...request.from, at: request.at })
    return { person, token: await startSession(db, person, request) }
  })
  if (added) return done(added)
  const known = await signIn(request)
  return known.ok ? known : refused('email-taken')
}

/**
 * Signs a person in on one host. Neither the refusal nor its duration shows whether the address or the password was
 * wrong.
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
  if (!person || !matches || person.disabledAt) return refused('sign-in-refused')
  const token = await inFederation((db) => startSession(db, person.id, { host, at }))
  return done({ person: person.id, token })
}
