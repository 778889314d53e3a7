import { addAdmin } from '#app/domains/federation/admins.server.ts'
import { recordAudit } from '#app/domains/federation/audit.server.ts'
import { makeCode } from '#app/domains/accounts/one-time.server.ts'
import { addPerson, personByEmail, personById } from '#app/domains/accounts/people.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { inFederation } from '#tenants/scope.server.ts'

type NewAdmin = { readonly email: string; readonly name: string }
type ActorAndTime = {
  readonly by: Actor<PersonId | null>
  readonly at: Instant
}

/**
 * Makes a person an admin of the federation, and adds an account if the person has none. Returns a code for choosing a
 * password if the account has none, and null otherwise. An admin who has not chosen a password yet gets another code, so
 * that a lost link locks no admin out.
 */
export function admitAdmin(
  { email, name }: NewAdmin,
  { by, at }: ActorAndTime,
): Promise<Outcome<{ readonly code: string | null }, 'is-admin' | 'account-locked'>> {
  return inFederation(async (db) => {
    const added = await addPerson(db, { email, name, locale: 'en', passwordHash: null, at })
    const person = added ? await personById(db, added) : await personByEmail(db, email)
    if (!person) throw new Error('The account was neither added nor found.')
    if (person.disabledAt) return refused('account-locked')
    const hasPassword = person.passwordHash !== null
    const admitted = await addAdmin(db, person.id, { by: by.id, at })
    if (!admitted && hasPassword) return refused('is-admin')
    if (admitted)
      await recordAudit(db, { act: 'admin-added', actor: by, detail: { who: person.name }, at })
    const purpose = 'first-password' as const
    return done({
      code: hasPassword ? null : await makeCode(db, { purpose, person: person.id, at }),
    })
  })
}
