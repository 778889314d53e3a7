import { and, eq, inArray } from 'drizzle-orm'
import type { ListingId } from '#app/kernel/ids.ts'
import { orderItems } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** Returns which of these listings an order names, in any state. */
export async function orderedListings(
  db: TenantDb,
  listings: readonly ListingId[],
): Promise<ListingId[]> {
  if (listings.length === 0) return []
  const rows = await db
    .selectDistinct({ listing: orderItems.listingId })
    .from(orderItems)
    .where(and(eq(orderItems.tenantId, db.tenant), inArray(orderItems.listingId, listings)))
  return rows.map(({ listing }) => listing)
}
