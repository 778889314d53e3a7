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

type SuspensionRequest = {
  readonly slug: string
  readonly reason: string
  readonly by: Actor<PersonId | null>
  readonly at: Instant
}

export type SuspendRefusal = 'not-found' | 'state-otherwise'

/** Suspends a co-op's sales. The reason is shown on the storefront, mailed to the members and recorded in the logs. */
export function suspendCoOp(request: SuspensionRequest): Promise<Outcome<null, SuspendRefusal>> {
  return changeCoOpState(request, { from: 'open', to: 'suspended', act: 'co-op-suspended' })
}

/** Lifts a suspension and mails the members. */
export function restoreCoOp(request: SuspensionRequest): Promise<Outcome<null, SuspendRefusal>> {
  return changeCoOpState(request, { from: 'suspended', to: 'open', act: 'co-op-restored' })
}

type StateChange = {
  readonly from: 'open' | 'suspended'
  readonly to: 'open' | 'suspended'
  readonly act: 'co-op-suspended' | 'co-op-restored'
}

function changeCoOpState(
  { slug, reason, by, at }: SuspensionRequest,
  { from, to, act }: StateChange,
): Promise<Outcome<null, SuspendRefusal>> {
  return inFederation(async (db) => {
    const tenant = await tenantBySlug(db, slug)
    if (!tenant) return refused('not-found')
    const stateReason = to === 'suspended' ? reason : null
    if (!(await changeState(db, tenant.id, { from, state: to, reason: stateReason, at })))
      return (await isInState(db, tenant.id, { state: to, reason: stateReason, at }))
        ? done(null)
        : refused('state-otherwise')
    await recordAudit(db, { act, actor: by, tenant: tenant.id, detail: { slug, reason }, at })
    const coOp = await enterTenant(db, tenant.id)
    await recordActivity(coOp, { act, actor: by.name, detail: { reason }, at })
    const data = { coOp: tenant.name, reason, path: pathTo('/office') }
    await mailMembers(coOp, await activeMembers(coOp), { template: act, data, at })
    await touchContent(coOp, tenant.id)
    await leaveTenant(coOp)
    return done(null)
  })
}
