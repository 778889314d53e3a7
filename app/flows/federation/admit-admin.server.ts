import { addAdmin } from '#app/domains/federation/admins.server.ts'
import { recordAudit } from '#app/domains/federation/audit.server.ts'
import { makeCode } from '#app/domains/accounts/one-time.server.ts'
import { addPerson, personByEmail, personById } from '#app/domains/accounts/people.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { inFederation } from '#tenants/scope.server.ts'

type Who = { readonly email: string; readonly name: string }
type When = {
  readonly by: Actor<PersonId | null>
  readonly at: Instant
}

/**
 * Makes somebody an admin of the federation, with an account where they have none, and gives the code by which who has
 * no password chooses one. Who is an admin already and has not chosen yet gets another code: a lost link locks nobody
 * out.
 */
export function admitAdmin(
  { email, name }: Who,
  { by, at }: When,
): Promise<Outcome<{ readonly code: string | null }, 'is-admin' | 'account-locked'>> {
  return inFederation(async (db) => {
    const added = await addPerson(db, { email, name, locale: 'en', passwordHash: null, at })
    const person = added ? await personById(db, added) : await personByEmail(db, email)
    if (!person) throw new Error('An account that is neither new nor there.')
    if (person.disabledAt) return refused('account-locked')
    const chosen = person.passwordHash !== null
    const admitted = await addAdmin(db, person.id, { by: by.id, at })
    if (!admitted && chosen) return refused('is-admin')
    if (admitted)
      await recordAudit(db, { act: 'admin-added', actor: by, detail: { who: person.name }, at })
    const purpose = 'first-password' as const
    return done({ code: chosen ? null : await makeCode(db, { purpose, person: person.id, at }) })
  })
}
