import { denialOf } from '#app/domains/members/actor.server.ts'
import { mayDoJobs } from '#app/domains/members/may.ts'
import { setEarners } from '#app/domains/orders/earners.server.ts'
import { orderById } from '#app/domains/orders/find-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId, MemberId, OrderId, TenantId } from '#app/kernel/ids.ts'
import { done, type Outcome, type PlainRefusal, refused } from '#app/kernel/outcome.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import { jobOf } from '#app/rules/orders/job-of.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { settleItem } from '#app/flows/orders/settle-order.server.ts'

type StepRequest = {
  readonly order: OrderId
  /** The item of the order. It may be left out when the member earns by one item. */
  readonly item?: ItemId | undefined
  readonly member: MemberId
  readonly step: string
  /** What the member says with it: the kind's own. */
  readonly said?: unknown
  readonly at: Instant
}

/**
 * Takes a step of an item's work. The item's kind defines the steps and whom they are for: one who earns by it, or one who
 * takes it on. The last step settles the item in the same transaction. Returns whether the item is done.
 */
export function doStep(
  tenant: TenantId,
  { order: id, item: itemId, step, said, at, member }: StepRequest,
): Promise<Outcome<{ readonly done: boolean }, PlainRefusal>> {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, member, mayDoJobs)
    if (denial) return denial
    const order = await orderById(db, id, true)
    if (!order) return refused('order-not-found')
    const item = itemId
      ? order.items.find((one) => one.id === itemId)
      : await jobOf(db, order, { member })
    if (!item) return refused('not-your-job')
    const acts = actsOf(item.kind)
    if (!acts.steps.includes(step)) return refused('no-such-step')
    const outcome = await acts.step(db, { item, member, step, said, at })
    if (!outcome.ok) return outcome
    const { settles, earners } = outcome.value
    if (earners) await setEarners(db, item.id, earners, at)
    if (settles) await settleItem(db, order, { item: item.id, at, ...outcome.value })
    return done({ done: settles })
  })
}
