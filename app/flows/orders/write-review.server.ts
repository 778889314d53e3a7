import { bookingsOf, customerOf, orderById } from '#app/domains/orders/find-order.server.ts'
import { addReview } from '#app/domains/orders/review.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { OrderId, TenantId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { inTenant, touchContent } from '#tenants/scope.server.ts'
import { mailTeam } from '#app/flows/mail/mail-team.server.ts'
import { pathTo } from '#app/site-map/paths.ts'

type NewReview = {
  readonly order: OrderId
  readonly stars: number
  readonly body: string
  readonly at: Instant
}

/** A customer says how the work was: once, and only when it is done. */
export function writeReview(
  tenant: TenantId,
  { order: id, stars, body, at }: NewReview,
): Promise<Outcome<null, 'order-not-found' | 'not-done-yet' | 'reviewed-already'>> {
  return inTenant(tenant, async (db) => {
    const order = await orderById(db, id)
    if (!order) return refused('order-not-found')
    if (order.state !== 'done') return refused('not-done-yet')
    const { name } = await customerOf(db, order)
    const first = name.split(' ')[0] ?? name
    const { listingId: listing } = order
    const review = { order: id, listing, customer: first, stars, body, at }
    const said = await addReview(db, review)
    if (said === 'other') return refused('reviewed-already')
    if (said === 'same') return done(null)
    const team = (await bookingsOf(db, id)).map(({ memberId }) => memberId)
    await mailTeam(db, team, {
      template: 'review-received',
      data: { by: first, stars, title: order.title, path: pathTo('/office/jobs/:id', { id }) },
      at,
    })
    await touchContent(db, tenant)
    return done(null)
  })
}
