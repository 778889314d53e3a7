import { changePerson } from '#app/domains/accounts/people.server.ts'
import { endEverySession, prolongSession } from '#app/domains/accounts/session.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { inFederation } from '#tenants/scope.server.ts'

/** Signs a person out on every host at once. */
export function signOutEverywhere(
  person: PersonId,
  where: { readonly host: string; readonly at: Instant },
): Promise<void> {
  return inFederation((db) => endEverySession(db, person, where))
}

export function renamePerson(
  person: PersonId,
  { name, locale }: { readonly name: string; readonly locale: Locale },
): Promise<void> {
  return inFederation((db) => changePerson(db, person, { name, locale }))
}

/** Lets a session that is visited go on, up to its absolute end. */
export function extendSession(tokenHash: string, at: Instant): Promise<void> {
  return inFederation((db) => prolongSession(db, tokenHash, at))
}
