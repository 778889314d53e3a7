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
type Recipient = { readonly email: string; readonly name: string; readonly locale: Locale }

const purposes = ['verify-email'] as const

/** Sends a person a letter with a link that confirms their address. */
export async function requestConfirmation(
  db: FederationDb,
  to: Recipient & { readonly id: PersonId },
  { at, ...from }: ConfirmationRequest,
): Promise<void> {
  const code = await makeCode(db, { purpose: 'verify-email', person: to.id, at })
  await mailLink(db, from, { template: 'verify-email', to, page: 'verify', code, at })
}

/** Sends the letter again, if the address is not confirmed yet. The answer is the same if it is. */
export function resendConfirmation(email: string, request: ConfirmationRequest): Promise<void> {
  return inFederation(async (db) => {
    const person = await personByEmail(db, email)
    if (person && !person.emailVerifiedAt) await requestConfirmation(db, person, request)
  })
}

/** Reads whether a code still confirms an address, was used, or is no longer good. */
export async function readConfirmation(code: string, at: Instant): Promise<CodeState> {
  const read = (db: FederationDb) => checkCode(db, code, { purposes, at })
  return (await inFederation(read, { readOnly: true })).state
}

/** Confirms the address that a code was sent to. Returns the person whose address it is. */
export function verifyEmail(code: string, at: Instant): Promise<Outcome<PersonId, 'code-useless'>> {
  return inFederation(async (db) => {
    const person = await useCode(db, code, { purposes, at })
    if (!person) return refused('code-useless')
    await changePerson(db, person, { emailVerifiedAt: at })
    return done(person)
  })
}
