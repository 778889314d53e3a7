import { makeCode, useCode } from '#app/domains/identity/one-time.server.ts'
import { hashPassword, passwordMatches } from '#app/domains/identity/password.server.ts'
import {
  addPerson,
  changePerson,
  personByEmail,
  personById,
} from '#app/domains/identity/people.server.ts'
import { type PasswordRefusal, passwordRefusal } from '#app/domains/identity/person.ts'
import { endEverySession, startSession } from '#app/domains/identity/session.server.ts'
import { promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { inFederation } from '#tenants/scope.server.ts'

type Where = { readonly host: string; readonly at: Instant }
type SignedIn = { readonly person: PersonId; readonly token: string }

export type SignUpAsked = Where & {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly locale: Locale
}

/**
 * Makes an account and signs it in. The address is asked to confirm itself by mail, which blocks nothing until then.
 * An address that has an account already is signed in when the password is the right one, and refused otherwise.
 */
export async function signUp(
  asked: SignUpAsked,
): Promise<Outcome<SignedIn, PasswordRefusal | 'email-taken'>> {
  const weak = passwordRefusal(asked.password, asked.email)
  if (weak) return refused(weak)
  const passwordHash = await hashPassword(asked.password)
  const added = await inFederation(async (db) => {
    const person = await addPerson(db, { ...asked, passwordHash })
    if (!person) return undefined
    const code = await makeCode(db, { purpose: 'verify-email', person, at: asked.at })
    const to = { email: asked.email, name: asked.name, locale: asked.locale }
    await promiseMail(db, {
      template: 'verify-email',
      to,
      data: { path: `/verify?code=${code}` },
      at: asked.at,
    })
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

/** Confirms the address that a code was sent to. */
export function verifyEmail(code: string, at: Instant): Promise<Outcome<PersonId, 'code-useless'>> {
  return inFederation(async (db) => {
    const person = await useCode(db, code, { purposes: ['verify-email'], at })
    if (!person) return refused('code-useless')
    await changePerson(db, person, { emailVerifiedAt: at })
    return done(person)
  })
}

/** Sends a way to choose a new password, if the address has an account. The answer is the same if it has none. */
export function askReset(email: string, at: Instant): Promise<void> {
  return inFederation(async (db) => {
    const person = await personByEmail(db, email)
    if (!person) return
    const code = await makeCode(db, { purpose: 'reset-password', person: person.id, at })
    await promiseMail(db, {
      template: 'reset-password',
      to: person,
      data: { path: `/reset?code=${code}` },
      at,
    })
  })
}

/** Chooses a new password by a code from a mail; every session of old ends. */
export async function resetPassword(
  code: string,
  password: string,
  where: Where,
): Promise<Outcome<SignedIn, PasswordRefusal | 'code-useless'>> {
  const weak = passwordRefusal(password, '')
  if (weak) return refused(weak)
  const passwordHash = await hashPassword(password)
  return inFederation(async (db) => {
    const id = await useCode(db, code, {
      purposes: ['reset-password', 'first-password'],
      at: where.at,
    })
    const person = id && (await personById(db, id))
    if (!person) return refused('code-useless')
    await changePerson(db, person.id, {
      passwordHash,
      emailVerifiedAt: person.emailVerifiedAt ?? where.at,
    })
    await endEverySession(db, person.id, where)
    await promiseMail(db, {
      template: 'password-changed',
      to: person,
      data: { path: '/account' },
      at: where.at,
    })
    return done({ person: person.id, token: await startSession(db, person.id, where) })
  })
}

/** A code that carries somebody signed in on one of our hosts to another of them, once, within a minute. */
export function makeHandOver(person: PersonId, host: string, at: Instant): Promise<string> {
  return inFederation((db) => makeCode(db, { purpose: 'hand-over', person, host, at }))
}

export function takeHandOver(
  code: string,
  where: Where,
): Promise<Outcome<SignedIn, 'code-useless'>> {
  return inFederation(async (db) => {
    const person = await useCode(db, code, { purposes: ['hand-over'], ...where })
    if (!person) return refused('code-useless')
    return done({ person, token: await startSession(db, person, where) })
  })
}
