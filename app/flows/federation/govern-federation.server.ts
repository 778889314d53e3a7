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

type When = { readonly by: Actor<PersonId>; readonly at: Instant }

type NoAdmin =
  | 'no-account'
  | 'account-locked'
  | 'account-without-password'
  | 'account-unconfirmed'
  | 'is-admin'

/** Who could be let into the console: only an account that somebody is known to hold, by its password and its address. */
async function checkAdminCandidate(
  db: FederationDb,
  email: string,
): Promise<Outcome<PersonRow, NoAdmin>> {
  const person = await personByEmail(db, email)
  if (!person) return refused('no-account')
  if (person.disabledAt) return refused('account-locked')
  if (person.passwordHash === null) return refused('account-without-password')
  if (person.emailVerifiedAt === null) return refused('account-unconfirmed')
  return (await isAdmin(db, person.id)) ? refused('is-admin') : done(person)
}

/** Whom an address would let into the console, to be asked about before it is done. */
export function readAdminCandidate(
  email: string,
): Promise<Outcome<{ readonly name: string; readonly email: string }, NoAdmin>> {
  return inFederation(
    async (db) => {
      const fit = await checkAdminCandidate(db, email)
      return fit.ok ? done({ name: fit.value.name, email: fit.value.email }) : fit
    },
    { readOnly: true },
  )
}

/** Lets somebody with an account into the console. */
export function appointAdmin(email: string, { by, at }: When): Promise<Outcome<null, NoAdmin>> {
  return inFederation(async (db) => {
    const fit = await checkAdminCandidate(db, email)
    if (!fit.ok) return fit
    const { id, name } = fit.value
    if (!(await addAdmin(db, id, { by: by.id, at }))) return refused('is-admin')
    await recordAudit(db, { act: 'admin-added', actor: by, detail: { who: name }, at })
    return done(null)
  })
}

/** Takes an admin's office away; never the last one's. */
export function dismissAdmin(
  id: PersonId,
  { by, at }: When,
): Promise<Outcome<null, 'last-admin' | 'not-found'>> {
  return inFederation(async (db) => {
    const gone = await removeAdmin(db, id)
    if (gone === 'last') return refused('last-admin')
    if (gone === 'none') return refused('not-found')
    await recordAudit(db, {
      act: 'admin-removed',
      actor: by,
      detail: { who: (await personById(db, id))?.name ?? '' },
      at,
    })
    return done(null)
  })
}

/** Locks an account, and signs it out everywhere; or unlocks it. Nobody locks themselves out. */
export function setAccountEnabled(
  id: PersonId,
  enabled: boolean,
  { by, at }: When,
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

/** Keeps a way of looking at the console, for oneself. */
export function saveOwnView(
  person: PersonId,
  view: { readonly name: string; readonly query: string; readonly at: Instant },
): Promise<void> {
  return inFederation((db) => saveView(db, person, view))
}

export function deleteOwnView(person: PersonId, name: string): Promise<void> {
  return inFederation((db) => deleteView(db, person, name))
}
