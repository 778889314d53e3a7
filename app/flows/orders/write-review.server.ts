import { earnersOf } from '#app/domains/orders/earners.server.ts'
import { customerOf, itemOf, orderById } from '#app/domains/orders/find-order.server.ts'
import { addReview } from '#app/domains/orders/review.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId, OrderId, TenantId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { inTenant, touchContent } from '#tenants/scope.server.ts'
import { mailTeam } from '#app/flows/mail/mail-team.server.ts'
import { pathTo } from '#app/site-map/paths.ts'

type NewReview = {
  readonly order: OrderId
  /** The reviewed item. It may be left out when the order has one item. */
  readonly item?: ItemId
  readonly stars: number
  readonly body: string
  readonly at: Instant
}

/** Adds a customer's review of an item, once, and only when the item is settled. It mails the members who earned by it. */
export function writeReview(
  tenant: TenantId,
  { order: id, item: itemId, stars, body, at }: NewReview,
): Promise<Outcome<null, 'order-not-found' | 'not-done-yet' | 'reviewed-already'>> {
  return inTenant(tenant, async (db) => {
    const order = await orderById(db, id)
    if (!order) return refused('order-not-found')
    const { name } = await customerOf(db, order)
    const firstName = name.split(' ')[0] ?? name
    const item = itemOf(order, itemId)
    if (item?.state !== 'settled') return refused('not-done-yet')
    const { listingId: listing } = item
    const review = { item: item.id, listing, customer: firstName, stars, body, at }
    const added = await addReview(db, review)
    if (added === 'other') return refused('reviewed-already')
    if (added === 'same') return done(null)
    const team = (await earnersOf(db, item.id)).map(({ member }) => member)
    await mailTeam(db, team, {
      template: 'review-received',
      data: { by: firstName, stars, title: item.title, path: pathTo('/office/jobs/:id', { id }) },
      at,
    })
    await touchContent(db, tenant)
    return done(null)
  })
}
