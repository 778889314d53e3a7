import {
  type CodeState,
  checkCode,
  makeCode,
  useCode,
} from '#app/domains/accounts/one-time.server.ts'
import { changePerson, personByEmail } from '#app/domains/accounts/people.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { type FederationDb, inFederation } from '#tenants/scope.server.ts'
import { mailLink, type ReturnPoint } from '#app/flows/mail/mail-link.server.ts'

type ConfirmationRequest = ReturnPoint & { readonly at: Instant }
type Somebody = { readonly email: string; readonly name: string; readonly locale: Locale }

const purposes = ['verify-email'] as const

/** Asks a person by mail to confirm that their address is theirs. */
export async function askToConfirm(
  db: FederationDb,
  to: Somebody & { readonly id: PersonId },
  { at, ...from }: ConfirmationRequest,
): Promise<void> {
  const code = await makeCode(db, { purpose: 'verify-email', person: to.id, at })
  await mailLink(db, from, { template: 'verify-email', to, page: 'verify', code, at })
}

/** Sends the letter again, if the address waits to be confirmed. The answer is the same if it does not. */
export function askAgain(email: string, asked: ConfirmationRequest): Promise<void> {
  return inFederation(async (db) => {
    const person = await personByEmail(db, email)
    if (person && !person.emailVerifiedAt) await askToConfirm(db, person, asked)
  })
}

/** Whether a code would still confirm an address. */
export async function readConfirmation(code: string, at: Instant): Promise<CodeState> {
  const look = (db: FederationDb) => checkCode(db, code, { purposes, at })
  return (await inFederation(look, { readOnly: true })).state
}

/** Confirms the address that a code was sent to. */
export function verifyEmail(code: string, at: Instant): Promise<Outcome<PersonId, 'code-useless'>> {
  return inFederation(async (db) => {
    const person = await useCode(db, code, { purposes, at })
    if (!person) return refused('code-useless')
    await changePerson(db, person, { emailVerifiedAt: at })
    return done(person)
  })
}
