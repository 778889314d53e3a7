import { denialOf } from '#app/domains/members/actor.server.ts'
import { mayDoJobs } from '#app/domains/members/may.ts'
import { orderById } from '#app/domains/orders/find-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId, MemberId, OrderId, TenantId } from '#app/kernel/ids.ts'
import { done, type Outcome, type Refusal, refused } from '#app/kernel/outcome.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import { jobOf } from '#app/rules/orders/job-of.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { settleItem } from '#app/flows/orders/settle-order.server.ts'

type Doing = {
  readonly order: OrderId
  /** Which item of the order; it need not be said where the member earns by one. */
  readonly item?: ItemId
  readonly member: MemberId
  readonly at: Instant
}

/** A worker says that they will come. */
export function acceptJob(tenant: TenantId, doing: Doing) {
  return doStep(tenant, { ...doing, step: 'accept' })
}

/** A worker is there and begins. Saying so twice changes nothing. */
export function checkIn(tenant: TenantId, doing: Doing) {
  return doStep(tenant, { ...doing, step: 'check-in' })
}

/** A worker is done. When the last of the team is, the job is, and the money becomes theirs in the same transaction. */
export function checkOut(tenant: TenantId, doing: Doing) {
  return doStep(tenant, { ...doing, step: 'check-out' })
}

/** One of those who earn by an item says how far its work has come; its kind knows which steps there are, and settles with the last. */
export function doStep(
  tenant: TenantId,
  { step, said, at, member, ...job }: Doing & { readonly step: string; readonly said?: unknown },
): Promise<Outcome<{ readonly done: boolean }, Refusal>> {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, member, mayDoJobs)
    if (denial) return denial
    const order = await orderById(db, job.order, true)
    if (!order) return refused('order-not-found')
    const item = await jobOf(db, order, { member, item: job.item })
    const act = item && actsOf(item.kind).step
    if (!act) return refused('not-your-job')
    const stepped = await act(db, { item, member, step, said, at })
    if (!stepped.ok) return stepped
    const { settles } = stepped.value
    if (settles) await settleItem(db, order, { item: item.id, at, ...stepped.value })
    return done({ done: settles })
  })
}
