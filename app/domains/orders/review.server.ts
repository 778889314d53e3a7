import { and, eq } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import { type ItemId, type ListingId, newId, type ReviewId } from '#app/kernel/ids.ts'
import { reviews } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

type New = {
  readonly item: ItemId
  readonly listing: ListingId
  readonly customer: string
  readonly stars: number
  readonly body: string
  readonly at: Instant
}

/** Adds an item's review, of which there is one: whether it was added, was there already, or another was. */
export async function addReview(
  db: TenantDb,
  { item, listing, customer, stars, body, at }: New,
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
  const [there] = await db
    .select({ stars: reviews.stars, body: reviews.body })
    .from(reviews)
    .where(and(eq(reviews.tenantId, db.tenant), eq(reviews.itemId, item)))
  return there?.stars === stars && there.body === body ? 'same' : 'other'
}
