import { addAdmin, isAdmin, removeAdmin } from '#app/domains/federation/admins.server.ts'
import { recordAudit } from '#app/domains/federation/audit.server.ts'
import { deleteView, saveView } from '#app/domains/federation/views.server.ts'
import {
  changePerson,
  personByEmail,
  personById,
  type PersonRow,
} from '#app/domains/accounts/people.server.ts'
import { endEverySession } from '#app/domains/accounts/session.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { type FederationDb, inFederation, advisoryLock } from '#tenants/scope.server.ts'

type ActorAndTime = { readonly by: Actor<PersonId>; readonly at: Instant }

type AdminRefusal =
  | 'no-account'
  | 'account-locked'
  | 'account-without-password'
  | 'account-unconfirmed'
  | 'is-admin'

/** Finds the account that could become an admin. It must have a password and a confirmed address. */
async function checkAdminCandidate(
  db: FederationDb,
  email: string,
): Promise<Outcome<PersonRow, AdminRefusal>> {
  const person = await personByEmail(db, email)
  if (!person) return refused('no-account')
  if (person.disabledAt) return refused('account-locked')
  if (person.passwordHash === null) return refused('account-without-password')
  if (person.emailVerifiedAt === null) return refused('account-unconfirmed')
  return (await isAdmin(db, person.id)) ? refused('is-admin') : done(person)
}

/** Reads the name and address of the account that would become an admin, for the confirmation page. */
export function readAdminCandidate(
  email: string,
): Promise<Outcome<{ readonly name: string; readonly email: string }, AdminRefusal>> {
  return inFederation(
    async (db) => {
      const candidate = await checkAdminCandidate(db, email)
      return candidate.ok
        ? done({ name: candidate.value.name, email: candidate.value.email })
        : candidate
    },
    { readOnly: true },
  )
}

/** Makes an account an admin of the federation. */
export function appointAdmin(
  email: string,
  { by, at }: ActorAndTime,
): Promise<Outcome<null, AdminRefusal>> {
  return inFederation(async (db) => {
    const candidate = await checkAdminCandidate(db, email)
    if (!candidate.ok) return candidate
    const { id, name } = candidate.value
    if (!(await addAdmin(db, id, { by: by.id, at }))) return refused('is-admin')
    await recordAudit(db, { act: 'admin-added', actor: by, detail: { who: name }, at })
    return done(null)
  })
}

/** Removes an admin. It refuses to remove the last one. */
export function dismissAdmin(
  id: PersonId,
  { by, at }: ActorAndTime,
): Promise<Outcome<null, 'last-admin' | 'not-found'>> {
  return inFederation(async (db) => {
    const removal = await removeAdmin(db, id)
    if (removal === 'last') return refused('last-admin')
    if (removal === 'none') return refused('not-found')
    await recordAudit(db, {
      act: 'admin-removed',
      actor: by,
      detail: { who: (await personById(db, id))?.name ?? '' },
      at,
    })
    return done(null)
  })
}

/** Locks an account and signs it out everywhere, or unlocks it. It refuses an admin's own account. */
export function setAccountEnabled(
  id: PersonId,
  enabled: boolean,
  { by, at }: ActorAndTime,
): Promise<Outcome<null, 'not-found' | 'not-yourself'>> {
  return inFederation(async (db) => {
    if (id === by.id) return refused('not-yourself')
    await advisoryLock(db, `account:${id}`)
    const person = await personById(db, id)
    if (!person) return refused('not-found')
    if ((person.disabledAt === null) === enabled) return done(null)
    await changePerson(db, id, { disabledAt: enabled ? null : at })
    if (!enabled) await endEverySession(db, id, { host: '', at })
    await recordAudit(db, {
      act: enabled ? 'account-enabled' : 'account-disabled',
      actor: by,
      detail: { who: person.name },
      at,
    })
    return done(null)
  })
}

/** Saves a person's view of the console: a name and the query of its address. */
export function saveOwnView(
  person: PersonId,
  view: { readonly name: string; readonly query: string; readonly at: Instant },
): Promise<void> {
  return inFederation((db) => saveView(db, person, view))
}

/** Deletes a person's view of the console. */
export function deleteOwnView(person: PersonId, name: string): Promise<void> {
  return inFederation((db) => deleteView(db, person, name))
}
