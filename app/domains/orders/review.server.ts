import { and, eq } from 'drizzle-orm'
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

/** Adds an order's review, of which there is one: whether it was added, was there already, or another was. */
export async function addReview(
  db: TenantDb,
  { order, listing, customer, stars, body, at }: New,
): Promise<'added' | 'same' | 'other'> {
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
  if (added.length === 1) return 'added'
  const [there] = await db
    .select({ stars: reviews.stars, body: reviews.body })
    .from(reviews)
    .where(and(eq(reviews.tenantId, db.tenant), eq(reviews.orderId, order)))
  return there?.stars === stars && there.body === body ? 'same' : 'other'
}
