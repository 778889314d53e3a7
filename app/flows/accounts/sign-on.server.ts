import { makeCode, useCode } from '#app/domains/accounts/one-time.server.ts'
import { fingerprint, startSession } from '#app/domains/accounts/session.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { inFederation } from '#tenants/scope.server.ts'

type There = { readonly host: string; readonly browser: string; readonly at: Instant }

/**
 * A code that carries somebody signed in on one of our hosts to another of them, once, within a minute, in the one
 * browser that asked there: whoever else is given it cannot use it.
 */
export function startSignOn(person: PersonId, { host, browser, at }: There): Promise<string> {
  return inFederation((db) => makeCode(db, { purpose: 'hand-over', person, host, browser, at }))
}

type Brought = { readonly code: string; readonly secret: string }

/** Signs in on this host whom a code was made for, if this browser holds the secret that it was made beside. */
export function finishSignOn(
  { code, secret }: Brought,
  where: { readonly host: string; readonly at: Instant },
): Promise<Outcome<string, 'code-useless'>> {
  return inFederation(async (db) => {
    const browser = fingerprint(secret)
    const person = await useCode(db, code, { purposes: ['hand-over'], browser, ...where })
    return person ? done(await startSession(db, person, where)) : refused('code-useless')
  })
}
