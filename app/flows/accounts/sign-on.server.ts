import { makeCode, useCode } from '#app/domains/accounts/one-time.server.ts'
import { fingerprint, startSession } from '#app/domains/accounts/session.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { inFederation } from '#tenants/scope.server.ts'

type SignOnTarget = { readonly host: string; readonly browser: string; readonly at: Instant }

/**
 * Makes a code that signs a person in on another host. It works once, within a minute, and only in the browser that
 * requested it on that host.
 */
export function startSignOn(
  person: PersonId,
  { host, browser, at }: SignOnTarget,
): Promise<string> {
  return inFederation((db) => makeCode(db, { purpose: 'hand-over', person, host, browser, at }))
}

type SignOnCode = { readonly code: string; readonly secret: string }

/**
 * Signs in on this host the person for whom a code was made, if this browser holds the secret that belongs to the code.
 * Returns the token of the session.
 */
export function finishSignOn(
  { code, secret }: SignOnCode,
  place: { readonly host: string; readonly at: Instant },
): Promise<Outcome<string, 'code-useless'>> {
  return inFederation(async (db) => {
    const browser = fingerprint(secret)
    const person = await useCode(db, code, { purposes: ['hand-over'], browser, ...place })
    return person ? done(await startSession(db, person, place)) : refused('code-useless')
  })
}
