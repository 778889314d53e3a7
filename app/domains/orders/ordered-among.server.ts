import { and, eq, inArray } from 'drizzle-orm'
import type { ListingId } from '#app/kernel/ids.ts'
import { orderItems } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** Which of these listings an order names, whatever became of it. */
export async function orderedAmong(
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
