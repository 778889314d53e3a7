import { revokeCodes, checkCode, makeCode, useCode } from '#app/domains/accounts/one-time.server.ts'
import { hashPassword, passwordMatches } from '#app/domains/accounts/password.server.ts'
import {
  changePerson,
  personByEmail,
  personById,
  type PersonRow,
} from '#app/domains/accounts/people.server.ts'
import { type PasswordRefusal, passwordRefusal } from '#app/domains/accounts/person.ts'
import { endEverySession, startSession } from '#app/domains/accounts/session.server.ts'
import { promiseMail } from '#app/domains/mail/promise-mail.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { type FederationDb, inFederation } from '#tenants/scope.server.ts'
import { mailLink, type ReturnPoint } from '#app/flows/mail/mail-link.server.ts'
import { pathTo } from '#app/site-map/paths.ts'

type Where = { readonly host: string; readonly at: Instant }

const purposes = ['reset-password', 'first-password'] as const

/** Sends a way to choose a new password, if the address has an account. The answer is the same if it has none. */
export function askReset(
  email: string,
  { at, ...from }: ReturnPoint & { readonly at: Instant },
): Promise<void> {
  return inFederation(async (db) => {
    const to = await personByEmail(db, email)
    if (!to) return
    const code = await makeCode(db, { purpose: 'reset-password', person: to.id, at })
    await mailLink(db, from, { template: 'reset-password', to, page: 'reset', code, at })
  })
}

/** Whether a code would still let somebody choose a password. */
export async function mayReset(code: string, at: Instant): Promise<boolean> {
  return (await whoMayReset(code, at)) !== undefined
}

/** Chooses a new password by a code from a mail, and signs in; every session of old ends, and so does every such code. */
export async function resetPassword(
  code: string,
  password: string,
  where: Where,
): Promise<Outcome<string, PasswordRefusal | 'code-useless'>> {
  const person = await whoMayReset(code, where.at)
  if (!person) return refused('code-useless')
  const weak = passwordRefusal(password, person.email)
  if (weak) return refused(weak)
  const passwordHash = await hashPassword(password)
  return inFederation(async (db) => {
    if (!(await useCode(db, code, { purposes, at: where.at }))) return refused('code-useless')
    const emailVerifiedAt = person.emailVerifiedAt ?? where.at
    await changePerson(db, person.id, { passwordHash, emailVerifiedAt })
    return done(await startAnew(db, person, where))
  })
}

type Change = { readonly current: string; readonly password: string }

/** Chooses a new password by the one there is; every other session ends, and this browser is signed in anew. */
export async function changePassword(
  id: PersonId,
  { current, password }: Change,
  where: Where,
): Promise<Outcome<string, PasswordRefusal | 'password-wrong'>> {
  const person = await inFederation((db) => personById(db, id), { readOnly: true })
  if (!person || !(await passwordMatches(person.passwordHash, current)))
    return refused('password-wrong')
  const weak = passwordRefusal(password, person.email)
  if (weak) return refused(weak)
  const passwordHash = await hashPassword(password)
  return inFederation(async (db) => {
    await changePerson(db, id, { passwordHash })
    return done(await startAnew(db, person, where))
  })
}

function whoMayReset(code: string, at: Instant): Promise<PersonRow | undefined> {
  return inFederation(
    async (db) => {
      const { state, person } = await checkCode(db, code, { purposes, at })
      return state === 'good' && person ? personById(db, person) : undefined
    },
    { readOnly: true },
  )
}

/** After a password changed: nothing of old opens anything, the person is told, and one session begins. */
async function startAnew(db: FederationDb, person: PersonRow, where: Where): Promise<string> {
  await endEverySession(db, person.id, where)
  await revokeCodes(db, person.id, { purposes, at: where.at })
  const data = { path: pathTo('/account') }
  await promiseMail(db, { template: 'password-changed', to: person, data, at: where.at })
  return startSession(db, person.id, where)
}
