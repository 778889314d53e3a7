import type { Instant } from '#app/kernel/clock.ts'
import { type ListingId, newId, type OrderId, type ReviewId } from '#app/kernel/ids.ts'
import { reviews } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

type New = {
  readonly order: OrderId
  readonly listing: ListingId
  readonly customer: string
  readonly stars: number
  readonly body: string
  readonly at: Instant
}

/** Adds an order's review, and says whether it is the first: there is one an order. */
export async function addReview(
  db: TenantDb,
  { order, listing, customer, stars, body, at }: New,
): Promise<boolean> {
  const added = await db
    .insert(reviews)
    .values({
      tenantId: db.tenant,
      id: newId<ReviewId>(),
      orderId: order,
      listingId: listing,
      customerName: customer,
      stars,
      body,
      createdAt: at,
    })
    .onConflictDoNothing()
    .returning({ id: reviews.id })
  return added.length === 1
}
