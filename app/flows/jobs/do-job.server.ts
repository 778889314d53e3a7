import { denialOf } from '#app/domains/members/actor.server.ts'
import { mayDoJobs } from '#app/domains/members/may.ts'
import { orderById } from '#app/domains/orders/find-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId, MemberId, OrderId, TenantId } from '#app/kernel/ids.ts'
import { done, type Outcome, type PlainRefusal, refused } from '#app/kernel/outcome.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import { jobOf } from '#app/rules/orders/job-of.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { settleItem } from '#app/flows/orders/settle-order.server.ts'

type JobRequest = {
  readonly order: OrderId
  /** The item of the order. It may be left out when the member earns by one item. */
  readonly item?: ItemId
  readonly member: MemberId
  readonly at: Instant
}

/** Accepts a job for a worker. */
export function acceptJob(tenant: TenantId, request: JobRequest) {
  return doStep(tenant, { ...request, step: 'accept' })
}

/** Checks a worker in, who has arrived and begins. A repeated call changes nothing. */
export function checkIn(tenant: TenantId, request: JobRequest) {
  return doStep(tenant, { ...request, step: 'check-in' })
}

/** Checks a worker out. When the last one of the team checks out, the item is settled in the same transaction. */
export function checkOut(tenant: TenantId, request: JobRequest) {
  return doStep(tenant, { ...request, step: 'check-out' })
}

/**
 * Takes a step of an item's work for a member who earns by it. The item's kind defines the steps, and the last one settles
 * the item. Returns whether the item is done.
 */
export function doStep(
  tenant: TenantId,
  {
    step,
    said,
    at,
    member,
    ...job
  }: JobRequest & { readonly step: string; readonly said?: unknown },
): Promise<Outcome<{ readonly done: boolean }, PlainRefusal>> {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, member, mayDoJobs)
    if (denial) return denial
    const order = await orderById(db, job.order, true)
    if (!order) return refused('order-not-found')
    const item = await jobOf(db, order, { member, item: job.item })
    const act = item && actsOf(item.kind).step
    if (!act) return refused('not-your-job')
    const outcome = await act(db, { item, member, step, said, at })
    if (!outcome.ok) return outcome
    const { settles } = outcome.value
    if (settles) await settleItem(db, order, { item: item.id, at, ...outcome.value })
    return done({ done: settles })
  })
}
