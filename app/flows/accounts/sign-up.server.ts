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

type Where = { readonly host: string; readonly at: Instant }
type SignedIn = { readonly person: PersonId; readonly token: string }

export type SignUpRequest = Where & {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly locale: Locale
  readonly from: ReturnPoint
}

/**
 * Makes an account and signs it in. The address is asked to confirm itself by mail, which blocks nothing until then.
 * An address that has an account already is signed in when the password is the right one, and refused otherwise.
 */
export async function signUp(
  asked: SignUpRequest,
): Promise<Outcome<SignedIn, PasswordRefusal | 'email-taken'>> {
  const weak = passwordRefusal(asked.password, asked.email)
  if (weak) return refused(weak)
  const passwordHash = await hashPassword(asked.password)
  const added = await inFederation(async (db) => {
    const person = await addPerson(db, { ...asked, passwordHash })
    if (!person) return undefined
    await requestConfirmation(db, { ...asked, id: person }, { ...asked.from, at: asked.at })
    return { person, token: await startSession(db, person, asked) }
  })
  if (added) return done(added)
  const known = await signIn(asked)
  return known.ok ? known : refused('email-taken')
}

/** Signs somebody in on one host. Whether the address or the password was wrong is not said, nor shown by the time it takes. */
export async function signIn({
  email,
  password,
  host,
  at,
}: Where & { email: string; password: string }): Promise<Outcome<SignedIn, 'sign-in-refused'>> {
  const person = await inFederation((db) => personByEmail(db, email), { readOnly: true })
  const matches = await passwordMatches(person?.passwordHash ?? null, password)
  if (!person || !matches || person.disabledAt) return refused('sign-in-refused')
  const token = await inFederation((db) => startSession(db, person.id, { host, at }))
  return done({ person: person.id, token })
}
