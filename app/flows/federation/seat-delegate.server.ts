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

type ActorAndTime = { readonly by: Actor<PersonId>; readonly at: Instant }
type DelegateRequest = { readonly slug: string; readonly email: string }

/** Names a member as the co-op's delegate in the federation. The delegate before is replaced. */
export function seatDelegate(
  { slug, email }: DelegateRequest,
  { by, at }: ActorAndTime,
): Promise<Outcome<null, 'no-account' | 'not-found' | 'not-a-member'>> {
  return inFederation(async (db) => {
    const [tenant, person] = [await tenantBySlug(db, slug), await personByEmail(db, email)]
    if (!tenant) return refused('not-found')
    if (!person) return refused('no-account')
    const coOp = await enterTenant(db, tenant.id)
    const isMember = (await activeMembers(coOp)).some(({ personId }) => personId === person.id)
    await leaveTenant(coOp)
    if (!isMember) return refused('not-a-member')
    if (!(await nameDelegate(db, tenant.id, person.id, at))) return done(null)
    await announceChange(db, tenant, { act: 'delegate-named', who: person.name, by, at })
    return done(null)
  })
}

/** Removes a co-op's delegate. */
export function unseatDelegate(
  slug: string,
  person: PersonId,
  { by, at }: ActorAndTime,
): Promise<Outcome<null, 'not-found'>> {
  return inFederation(async (db) => {
    const tenant = await tenantBySlug(db, slug)
    if (!tenant || !(await removeDelegate(db, tenant.id, person))) return refused('not-found')
    const who = (await personById(db, person))?.name ?? ''
    await announceChange(db, tenant, { act: 'delegate-removed', who, by, at })
    return done(null)
  })
}

type DelegateChange = ActorAndTime & {
  readonly act: 'delegate-named' | 'delegate-removed'
  readonly who: string
}

/** Records a change of delegate in the federation's and the co-op's log, and mails the co-op's stewards. */
async function announceChange(
  db: FederationDb,
  tenant: Tenant,
  { act, who, by, at }: DelegateChange,
): Promise<void> {
  const detail = { slug: tenant.slug, who }
  await recordAudit(db, { act, actor: by, detail, tenant: tenant.id, at })
  const coOp = await enterTenant(db, tenant.id)
  await recordActivity(coOp, { act, actor: by.name, detail: { who }, at })
  await mailMembers(coOp, await officeHolders(coOp, 'steward'), {
    template: act,
    data: { coOp: tenant.name, who, by: by.name, path: pathTo('/office/co-op') },
    at,
  })
  await leaveTenant(coOp)
}
