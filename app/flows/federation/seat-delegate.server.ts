import { recordAudit } from '#app/domains/federation/audit.server.ts'
import { nameDelegate, removeDelegate } from '#app/domains/federation/tenants.server.ts'
import { personByEmail, personById } from '#app/domains/accounts/people.server.ts'
import { mailMembers } from '#app/flows/mail/mail-members.server.ts'
import { recordActivity } from '#app/domains/members/activity.server.ts'
import { activeMembers, officeHolders } from '#app/domains/members/members.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { type Tenant, tenantBySlug } from '#tenants/directory.server.ts'
import { enterTenant, type FederationDb, inFederation, leaveTenant } from '#tenants/scope.server.ts'

type When = { readonly by: Actor<PersonId>; readonly at: Instant }
type Speaking = { readonly slug: string; readonly email: string }

/** Names who speaks for a co-op in the federation: one of its own members, in place of whoever spoke before. */
export function seatDelegate(
  { slug, email }: Speaking,
  { by, at }: When,
): Promise<Outcome<null, 'no-account' | 'not-found' | 'not-a-member'>> {
  return inFederation(async (db) => {
    const [tenant, person] = [await tenantBySlug(db, slug), await personByEmail(db, email)]
    if (!tenant) return refused('not-found')
    if (!person) return refused('no-account')
    const own = await enterTenant(db, tenant.id)
    const belongs = (await activeMembers(own)).some(({ personId }) => personId === person.id)
    await leaveTenant(own)
    if (!belongs) return refused('not-a-member')
    if (!(await nameDelegate(db, tenant.id, person.id, at))) return done(null)
    await tell(db, tenant, { act: 'delegate-named', who: person.name, by, at })
    return done(null)
  })
}

/** Takes a delegate's word for their co-op away. */
export function unseatDelegate(
  slug: string,
  person: PersonId,
  { by, at }: When,
): Promise<Outcome<null, 'not-found'>> {
  return inFederation(async (db) => {
    const tenant = await tenantBySlug(db, slug)
    if (!tenant || !(await removeDelegate(db, tenant.id, person))) return refused('not-found')
    const who = (await personById(db, person))?.name ?? ''
    await tell(db, tenant, { act: 'delegate-removed', who, by, at })
    return done(null)
  })
}

type Told = When & {
  readonly act: 'delegate-named' | 'delegate-removed'
  readonly who: string
}

/** Both logs have it, and the co-op's stewards a letter: who speaks for a co-op is the co-op's business first. */
async function tell(db: FederationDb, tenant: Tenant, { act, who, by, at }: Told): Promise<void> {
  const detail = { slug: tenant.slug, who }
  await recordAudit(db, { act, actor: by, detail, tenant: tenant.id, at })
  const own = await enterTenant(db, tenant.id)
  await recordActivity(own, { act, actor: by.name, detail: { who }, at })
  await mailMembers(own, await officeHolders(own, 'steward'), {
    template: act,
    data: { coOp: tenant.name, who, by: by.name, path: pathTo('/office/co-op') },
    at,
  })
  await leaveTenant(own)
}
