import { recordActivity } from '#app/domains/members/activity.server.ts'
import { denialOf } from '#app/domains/members/actor.server.ts'
import { mayDoJobs, type RightsRefusal } from '#app/domains/members/may.ts'
import { bookingsOf, orderById } from '#app/domains/orders/find-order.server.ts'
import { reassignBooking } from '#app/domains/orders/reassign-booking.server.ts'
import { HAND_BACK_HOURS } from '#app/domains/orders/job.ts'
import type { Actor } from '#app/kernel/actor.ts'
import { retryOnConflict } from '#app/kernel/conflict.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, OrderId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { mailTeam } from '#app/flows/mail/mail-team.server.ts'
import { freeTeam } from './free-team.server.ts'
import { jobData } from '#app/flows/mail/mail-customer.server.ts'

type HandBack = {
  readonly order: OrderId
  readonly member: Actor<MemberId>
  readonly at: Instant
}
export type HandBackRefusal =
  | 'order-not-found'
  | 'not-your-job'
  | 'too-late-to-hand-back'
  | 'nobody-free'
  | RightsRefusal

/**
 * A worker cannot come: another who works then and is free takes their place, and is told. Where nobody can, the job
 * stays theirs, because a customer was promised a team. Two who hand back at once get two others, or one of them none.
 */
export async function handJobBack(
  tenant: Tenant,
  asked: HandBack,
): Promise<Outcome<MemberId, HandBackRefusal>> {
  return retryOnConflict(() => inTenant(tenant.id, (db) => reassignOnce(db, tenant, asked)), {
    tries: 3,
    lost: () => refused('nobody-free'),
  })
}

async function reassignOnce(
  db: TenantDb,
  tenant: Tenant,
  { order: id, member, at }: HandBack,
): Promise<Outcome<MemberId, HandBackRefusal>> {
  const denial = await denialOf(db, member.id, mayDoJobs)
  if (denial) return denial
  const order = await orderById(db, id, true)
  if (order?.state !== 'paid') return refused('order-not-found')
  const booking = (await bookingsOf(db, id)).find(({ memberId }) => memberId === member.id)
  if (!booking || booking.checkedInAt) return refused('not-your-job')
  const { during } = booking
  const last = during.from.subtract({ hours: HAND_BACK_HOURS })
  if (at.epochMilliseconds > last.epochMilliseconds) return refused('too-late-to-hand-back')
  const free = await freeTeam(db, tenant, { at, during, teamSize: 1 })
  const [other] = free.ok ? free.value : []
  if (!other) return refused('nobody-free')
  await reassignBooking(db, booking, other)
  await recordActivity(db, {
    act: 'job-handed-back',
    actor: member.name,
    member: member.id,
    detail: { code: order.code },
    at,
  })
  await mailTeam(db, [other], { template: 'job-offered', data: jobData(order), at })
  return done(other)
}
