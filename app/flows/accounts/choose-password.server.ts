import { revokeCodes, checkCode, useCode } from '#app/domains/accounts/one-time.server.ts'
import { hashPassword, passwordMatches } from '#app/domains/accounts/password.server.ts'
import { changePerson, personById, type PersonRow } from '#app/domains/accounts/people.server.ts'
import { passwordRefusal } from '#app/domains/accounts/password-strength.server.ts'
import type { PasswordRefusal } from '#app/domains/accounts/person.ts'
import { endEverySession, startSession } from '#app/domains/accounts/session.server.ts'
import { promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { type FederationDb, inFederation } from '#tenants/scope.server.ts'
import { pathTo } from '#app/site-map/paths.ts'

/** Where a password is chosen: the host, and the co-op whose site it is, if any. */
type ChoicePlace = { readonly host: string; readonly coOp: string | null; readonly at: Instant }

/** The purposes of codes that prove whose address it is. A new password may be chosen with any of them. */
const purposes = ['reset-password', 'first-password', 'verify-email'] as const

/** Says whether a password can still be chosen with a code. */
export async function canResetPassword(code: string, at: Instant): Promise<boolean> {
  return (await personOfResetCode(code, at)) !== undefined
}

/**
 * Sets a new password by a code from a letter, and signs in. It ends every earlier session and every code for choosing a
 * password. Returns the token of the new session.
 */
export async function resetPassword(
  code: string,
  password: string,
  place: ChoicePlace,
): Promise<Outcome<string, PasswordRefusal | 'code-useless'>> {
  const person = await personOfResetCode(code, place.at)
  if (!person) return refused('code-useless')
  const weak = passwordRefusal(password, { ...person, coOp: place.coOp })
  if (weak) return refused(weak)
  const passwordHash = await hashPassword(password)
  return inFederation(async (db) => {
    if (!(await useCode(db, code, { purposes, at: place.at }))) return refused('code-useless')
    const emailVerifiedAt = person.emailVerifiedAt ?? place.at
    await changePerson(db, person.id, { passwordHash, emailVerifiedAt })
    return done(await replaceSessions(db, person, place))
  })
}

type PasswordChange = { readonly current: string; readonly password: string }

/**
 * Sets a new password if the current one is given. It ends every earlier session and signs this browser in again.
 * Returns the token of the new session.
 */
export async function changePassword(
  id: PersonId,
  { current, password }: PasswordChange,
  place: ChoicePlace,
): Promise<Outcome<string, PasswordRefusal | 'password-wrong'>> {
  const person = await inFederation((db) => personById(db, id), { readOnly: true })
  if (!person || !(await passwordMatches(person.passwordHash, current)))
    return refused('password-wrong')
  const weak = passwordRefusal(password, { ...person, coOp: place.coOp })
  if (weak) return refused(weak)
  const passwordHash = await hashPassword(password)
  return inFederation(async (db) => {
    await changePerson(db, id, { passwordHash })
    return done(await replaceSessions(db, person, place))
  })
}

/** Finds the person for whom a code was made. Returns undefined when the code is no longer good. */
function personOfResetCode(code: string, at: Instant): Promise<PersonRow | undefined> {
  return inFederation(
    async (db) => {
      const { state, person } = await checkCode(db, code, { purposes, at })
      return state === 'good' && person ? personById(db, person) : undefined
    },
    { readOnly: true },
  )
}

/**
 * Ends all sessions and codes after a password changed, mails the person, and starts one session. Returns its token.
 */
async function replaceSessions(
  db: FederationDb,
  person: PersonRow,
  place: ChoicePlace,
): Promise<string> {
  await endEverySession(db, person.id, place)
  await revokeCodes(db, person.id, { purposes, at: place.at })
  const data = { path: pathTo('/account') }
  await promiseMail(db, { template: 'password-changed', to: person, data, at: place.at })
  return startSession(db, person.id, place)
}
