import { recordActivity } from '#app/domains/members/activity.server.ts'
import { denialOf } from '#app/domains/members/actor.server.ts'
import { mayDoJobs } from '#app/domains/members/may.ts'
import { setEarners } from '#app/domains/orders/earners.server.ts'
import { orderById } from '#app/domains/orders/find-order.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { retryOnConflict } from '#app/kernel/conflict.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId, MemberId, OrderId } from '#app/kernel/ids.ts'
import { done, type Outcome, type PlainRefusal, refused } from '#app/kernel/outcome.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { jobOf } from '#app/rules/orders/job-of.server.ts'
import { mailTeam } from '#app/flows/mail/mail-team.server.ts'
import { releaseExpired } from '#app/flows/orders/release-lapsed-holds.server.ts'
import { jobData } from '#app/flows/mail/mail-customer.server.ts'

type HandBackRequest = {
  readonly order: OrderId
  /** The item of the order. It may be left out when the member earns by one item. */
  readonly item?: ItemId | undefined
  readonly member: Actor<MemberId>
  readonly at: Instant
}

/**
 * Hands a worker's job to another member who works at that time and is free, and mails that member. It refuses when there
 * is no such member, because the customer was promised a team. Two simultaneous calls never choose the same member.
 * Returns the member who takes the job.
 */
export async function handJobBack(
  tenant: Tenant,
  request: HandBackRequest,
): Promise<Outcome<MemberId, PlainRefusal>> {
  return retryOnConflict(() => inTenant(tenant.id, (db) => reassignOnce(db, tenant, request)), {
    tries: 3,
    lost: () => refused('try-again'),
  })
}

async function reassignOnce(
  db: TenantDb,
  tenant: Tenant,
  { order: id, item: itemId, member, at }: HandBackRequest,
): Promise<Outcome<MemberId, PlainRefusal>> {
  const denial = await denialOf(db, member.id, mayDoJobs)
  if (denial) return denial
  const order = await orderById(db, id, true)
  if (order?.state !== 'paid') return refused('order-not-found')
  const item = await jobOf(db, order, { member: member.id, item: itemId })
  const handBack = item && actsOf(item.kind).handBack
  if (!handBack) return refused('not-your-job')
  await releaseExpired(db, at)
  const handedBack = await handBack(db, tenant, { item, member: member.id, at })
  if (!handedBack.ok) return handedBack
  const { to, earners } = handedBack.value
  await setEarners(db, item.id, earners, at)
  await recordActivity(db, {
    act: 'job-handed-back',
    actor: member.name,
    member: member.id,
    detail: { code: order.code },
    at,
  })
  const data = await jobData(db, order, item)
  await mailTeam(db, [to], { template: 'job-offered', data, at })
  return done(to)
}
