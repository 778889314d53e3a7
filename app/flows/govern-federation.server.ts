import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { addAdmin, removeAdmin } from '#app/domains/federation/admins.server.ts'
import { noteAudit } from '#app/domains/federation/audit.server.ts'
import { nameDelegate, removeDelegate } from '#app/domains/federation/tenants.server.ts'
import { addTerms, type NewTerms } from '#app/domains/federation/terms.server.ts'
import { forgetView, keepView } from '#app/domains/federation/views.server.ts'
import { changePerson, personByEmail, personById } from '#app/domains/identity/people.server.ts'
import { endEverySession } from '#app/domains/identity/session.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { allTenants, tenantBySlug, type Tenant } from '#tenants/directory.server.ts'
import { inFederation, inTenant } from '#tenants/scope.server.ts'

type Admin = { readonly id: PersonId; readonly name: string }
type When = { readonly by: Admin; readonly at: Instant }

/** Lets somebody with an account into the console. */
export function letAdminIn(
  email: string,
  { by, at }: When,
): Promise<Outcome<null, 'no-account' | 'is-admin'>> {
  return inFederation(async (db) => {
    const person = await personByEmail(db, email)
    if (!person) return refused('no-account')
    if (!(await addAdmin(db, person.id, { by: by.id, at }))) return refused('is-admin')
    await noteAudit(db, { act: 'admin-added', actor: by, detail: { who: person.name }, at })
    return done(null)
  })
}

/** Takes an admin's office away; never the last one's. */
export function letAdminGo(
  id: PersonId,
  { by, at }: When,
): Promise<Outcome<null, 'last-admin' | 'not-found'>> {
  return inFederation(async (db) => {
    const gone = await removeAdmin(db, id)
    if (gone === 'last') return refused('last-admin')
    if (gone === 'none') return refused('not-found')
    await noteAudit(db, {
      act: 'admin-removed',
      actor: by,
      detail: { who: (await personById(db, id))?.name ?? '' },
      at,
    })
    return done(null)
  })
}

type Speaking = { readonly slug: string; readonly email: string }

/** Names who speaks for a co-op in the federation. */
export function seatDelegate(
  { slug, email }: Speaking,
  { by, at }: When,
): Promise<Outcome<null, 'no-account' | 'not-found'>> {
  return inFederation(async (db) => {
    const [tenant, person] = [await tenantBySlug(db, slug), await personByEmail(db, email)]
    if (!tenant) return refused('not-found')
    if (!person) return refused('no-account')
    await nameDelegate(db, tenant.id, person.id, at)
    await noteAudit(db, {
      act: 'delegate-named',
      actor: by,
      detail: { slug, who: person.name },
      tenant: tenant.id,
      at,
    })
    return done(null)
  })
}

export function unseatDelegate(
  slug: string,
  person: PersonId,
  { by, at }: When,
): Promise<Outcome<null, 'not-found'>> {
  return inFederation(async (db) => {
    const tenant = await tenantBySlug(db, slug)
    if (!tenant || !(await removeDelegate(db, tenant.id, person))) return refused('not-found')
    const who = (await personById(db, person))?.name ?? ''
    await noteAudit(db, {
      act: 'delegate-removed',
      actor: by,
      detail: { slug, who },
      tenant: tenant.id,
      at,
    })
    return done(null)
  })
}

/** Locks an account, and signs it out everywhere; or unlocks it. Nobody locks themselves out. */
export function switchAccount(
  id: PersonId,
  enabled: boolean,
  { by, at }: When,
): Promise<Outcome<null, 'not-found' | 'not-yourself'>> {
  return inFederation(async (db) => {
    if (id === by.id) return refused('not-yourself')
    const person = await personById(db, id)
    if (!person) return refused('not-found')
    await changePerson(db, id, { disabledAt: enabled ? null : at })
    if (!enabled) await endEverySession(db, id, { host: '', at })
    await noteAudit(db, {
      act: enabled ? 'account-enabled' : 'account-disabled',
      actor: by,
      detail: { who: person.name },
      at,
    })
    return done(null)
  })
}

export type TermsAsked = Omit<NewTerms, 'by'>
export type TermsRefusal = 'terms-past' | 'terms-squeeze'

/**
 * Adds terms for all co-ops from a moment on. A fee for which an open co-op's charter leaves no room is refused, and
 * says whose: a charter changes by its members' vote, never by the federation's.
 */
export async function changeTerms(
  asked: TermsAsked,
  { by, at }: When,
): Promise<Outcome<number, TermsRefusal>> {
  if (asked.from.epochMilliseconds < at.epochMilliseconds) return refused('terms-past')
  if ((await squeezedBy(asked.feeBp)).length > 0) return refused('terms-squeeze')
  return inFederation(async (db) => {
    const { version, added } = await addTerms(db, { ...asked, by: by.id })
    if (!added) return done(version)
    await noteAudit(db, {
      act: 'terms-changed',
      actor: by,
      detail: { version, reason: asked.reason },
      at,
    })
    return done(version)
  })
}

/** The open co-ops whose charters leave no room for a fee. */
export async function squeezedBy(feeBp: number): Promise<Tenant[]> {
  const open = (await allTenants()).filter(({ state }) => state !== 'left')
  const squeezed = await Promise.all(
    open.map((tenant) =>
      inTenant(
        tenant.id,
        async (db) => {
          const { charter } = await charterInForce(db)
          return charter.split.workersBp + feeBp > 10_000 ? tenant : null
        },
        { readOnly: true },
      ),
    ),
  )
  return squeezed.filter((tenant) => tenant !== null)
}

/** Keeps a way of looking at the console, for oneself. */
export function keepOwnView(
  person: PersonId,
  view: { readonly name: string; readonly query: string; readonly at: Instant },
): Promise<void> {
  return inFederation((db) => keepView(db, person, view))
}

export function forgetOwnView(person: PersonId, name: string): Promise<void> {
  return inFederation((db) => forgetView(db, person, name))
}
