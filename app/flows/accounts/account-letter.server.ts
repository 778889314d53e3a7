import { makeCode } from '#app/domains/accounts/one-time.server.ts'
import { personByEmail, type PersonRow } from '#app/domains/accounts/people.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { AccountLetter, Payload } from '#app/queue/payloads.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { type FederationDb, inFederation } from '#tenants/scope.server.ts'
import { mailLink, mailPath, type ReturnPoint } from '#app/flows/mail/mail-link.server.ts'

/**
 * Promises a letter to an address, in the caller's transaction. Whether the address has an account is looked up later,
 * by the task, so neither the answer nor its duration tells.
 */
export function promiseAccountLetter(
  db: FederationDb,
  letter: AccountLetter,
  { email, tenant, next }: ReturnPoint & { readonly email: string },
): Promise<void> {
  const payload = { letter, email, site: tenant, next }
  return promiseTask(db, { task: 'write-account-letter', payload })
}

/** Promises a letter to an address. The answer and its duration are the same for every address. */
export function requestAccountLetter(
  letter: AccountLetter,
  to: ReturnPoint & { readonly email: string },
): Promise<void> {
  return inFederation((db) => promiseAccountLetter(db, letter, to))
}

/**
 * Writes the letter that somebody asked for: a link to choose another password, or one to confirm the address. Who signs
 * up with an address that has an account already is told so, by a letter alone. Nobody is written to without an account.
 */
export function writeAccountLetter(
  { letter, email, site: tenant, next }: Payload<'write-account-letter'>,
  at: Instant,
): Promise<void> {
  return inFederation(async (db) => {
    const to = await personByEmail(db, email)
    if (!to || to.disabledAt) return
    const from = { tenant, next }
    if (letter === 'reset') await writeCode(db, to, { purpose: 'reset-password', from, at })
    else if (!to.emailVerifiedAt) await writeCode(db, to, { purpose: 'verify-email', from, at })
    else if (letter === 'sign-up') {
      const path = pathTo('/sign-in', { return: next, email })
      await mailPath(db, from, { template: 'account-known', to, path, at })
    }
  })
}

type LinkedCode = {
  readonly purpose: 'reset-password' | 'verify-email'
  readonly from: ReturnPoint
  readonly at: Instant
}

async function writeCode(
  db: FederationDb,
  to: PersonRow,
  { purpose, from, at }: LinkedCode,
): Promise<void> {
  const code = await makeCode(db, { purpose, person: to.id, at })
  const page = purpose === 'reset-password' ? 'reset' : 'verify'
  await mailLink(db, from, { template: purpose, to, page, code, at })
}
