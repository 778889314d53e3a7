import { changePerson } from '#app/domains/accounts/people.server.ts'
import { endEverySession, prolongSession } from '#app/domains/accounts/session.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { inFederation } from '#tenants/scope.server.ts'

/** Signs a person out on every host at once. */
export function signOutEverywhere(
  person: PersonId,
  place: { readonly host: string; readonly at: Instant },
): Promise<void> {
  return inFederation((db) => endEverySession(db, person, place))
}

/** Changes a person's name and language. */
export function renamePerson(
  person: PersonId,
  { name, locale }: { readonly name: string; readonly locale: Locale },
): Promise<void> {
  return inFederation((db) => changePerson(db, person, { name, locale }))
}

/** Moves the end of a session that is in use, at most to its absolute end. */
export function keepSignedIn(tokenHash: string, at: Instant): Promise<void> {
  return inFederation((db) => prolongSession(db, tokenHash, at))
}
