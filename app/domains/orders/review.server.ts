import { and, eq } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import { type ItemId, type ListingId, newId, type ReviewId } from '#app/kernel/ids.ts'
import { reviews } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

type NewReview = {
  readonly item: ItemId
  readonly listing: ListingId
  readonly customer: string
  readonly stars: number
  readonly body: string
  readonly at: Instant
}

/**
 * Adds an item's review. Returns `added`, or, because an item has one review, whether the existing one is the same or
 * another.
 */
export async function addReview(
  db: TenantDb,
  { item, listing, customer, stars, body, at }: NewReview,
): Promise<'added' | 'same' | 'other'> {
  const added = await db
    .insert(reviews)
    .values({
      tenantId: db.tenant,
      id: newId<ReviewId>(),
      itemId: item,
      listingId: listing,
      customerName: customer,
      stars,
      body,
      createdAt: at,
    })
    .onConflictDoNothing()
    .returning({ id: reviews.id })
  if (added.length === 1) return 'added'
  const [existing] = await db
    .select({ stars: reviews.stars, body: reviews.body })
    .from(reviews)
    .where(and(eq(reviews.tenantId, db.tenant), eq(reviews.itemId, item)))
  return existing?.stars === stars && existing.body === body ? 'same' : 'other'
}
