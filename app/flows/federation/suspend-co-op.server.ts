import { recordAudit } from '#app/domains/federation/audit.server.ts'
import { changeState, isInState } from '#app/domains/federation/tenants.server.ts'
import { mailMembers } from '#app/flows/mail/mail-members.server.ts'
import { activeMembers } from '#app/domains/members/members.server.ts'
import { recordActivity } from '#app/domains/members/activity.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { PersonId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { pathTo } from '#app/site-map/paths.ts'
import { tenantBySlug } from '#tenants/directory.server.ts'
import { enterTenant, inFederation, leaveTenant, touchContent } from '#tenants/scope.server.ts'

type SuspensionOrder = {
  readonly slug: string
  readonly reason: string
  readonly by: Actor<PersonId | null>
  readonly at: Instant
}

export type SuspendRefusal = 'not-found' | 'state-otherwise'

/** Stops a co-op's sales, for a reason that its storefront shows, its members read and the log keeps. */
export function suspendCoOp(asked: SuspensionOrder): Promise<Outcome<null, SuspendRefusal>> {
  return change(asked, { from: 'open', to: 'suspended', act: 'co-op-suspended' })
}

/** Lifts a suspension. */
export function restoreCoOp(asked: SuspensionOrder): Promise<Outcome<null, SuspendRefusal>> {
  return change(asked, { from: 'suspended', to: 'open', act: 'co-op-restored' })
}

type Step = {
  readonly from: 'open' | 'suspended'
  readonly to: 'open' | 'suspended'
  readonly act: 'co-op-suspended' | 'co-op-restored'
}

function change(
  { slug, reason, by, at }: SuspensionOrder,
  { from, to, act }: Step,
): Promise<Outcome<null, SuspendRefusal>> {
  return inFederation(async (db) => {
    const tenant = await tenantBySlug(db, slug)
    if (!tenant) return refused('not-found')
    const kept = to === 'suspended' ? reason : null
    if (!(await changeState(db, tenant.id, { from, state: to, reason: kept, at })))
      return (await isInState(db, tenant.id, { state: to, reason: kept, at }))
        ? done(null)
        : refused('state-otherwise')
    await recordAudit(db, { act, actor: by, tenant: tenant.id, detail: { slug, reason }, at })
    const own = await enterTenant(db, tenant.id)
    await recordActivity(own, { act, actor: by.name, detail: { reason }, at })
    const data = { coOp: tenant.name, reason, path: pathTo('/office') }
    await mailMembers(own, await activeMembers(own), { template: act, data, at })
    await touchContent(own, tenant.id)
    await leaveTenant(own)
    return done(null)
  })
}
