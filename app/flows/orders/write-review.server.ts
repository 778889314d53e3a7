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
  /** Which item of the order; it need not be said where there is one. */
  readonly item?: ItemId
  readonly stars: number
  readonly body: string
  readonly at: Instant
}

/** A customer says how the work was: once, and only when it is done. */
export function writeReview(
  tenant: TenantId,
  { order: id, item: which, stars, body, at }: NewReview,
): Promise<Outcome<null, 'order-not-found' | 'not-done-yet' | 'reviewed-already'>> {
  return inTenant(tenant, async (db) => {
    const order = await orderById(db, id)
    if (!order) return refused('order-not-found')
    const { name } = await customerOf(db, order)
    const first = name.split(' ')[0] ?? name
    const item = itemOf(order, which)
    if (item?.state !== 'settled') return refused('not-done-yet')
    const { listingId: listing } = item
    const review = { item: item.id, listing, customer: first, stars, body, at }
    const said = await addReview(db, review)
    if (said === 'other') return refused('reviewed-already')
    if (said === 'same') return done(null)
    const team = (await earnersOf(db, item.id)).map(({ member }) => member)
    await mailTeam(db, team, {
      template: 'review-received',
      data: { by: first, stars, title: item.title, path: pathTo('/office/jobs/:id', { id }) },
      at,
    })
    await touchContent(db, tenant)
    return done(null)
  })
}
