import { and, eq, ne, sql } from 'drizzle-orm'
import { type Instant, writeInstant } from '#app/kernel/clock.ts'
import type { ItemId, MemberId } from '#app/kernel/ids.ts'
import { bookings } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** The time of a member that an item of an order holds or has booked. */
export type BusyTime = {
  readonly item: ItemId
  readonly member: MemberId
  readonly from: Instant
  readonly until: Instant
}

/** Returns the members' busy times that overlap the time between two moments. */
export async function busyBetween(
  db: TenantDb,
  from: Instant,
  until: Instant,
): Promise<BusyTime[]> {
  const rows = await db
    .select({ item: bookings.itemId, member: bookings.memberId, during: bookings.during })
    .from(bookings)
    .where(
      and(
        eq(bookings.tenantId, db.tenant),
        ne(bookings.state, 'released'),
        sql`${bookings.during} && tstzrange(${writeInstant(from)}::timestamptz, ${writeInstant(until)}::timestamptz)`,
      ),
    )
  return rows.map(({ during, ...booking }) => ({ ...booking, ...during }))
}
