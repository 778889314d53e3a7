import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import { type BookingId, type ItemId, type MemberId, newId } from '#app/kernel/ids.ts'
import { bookings } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

export type Booking = typeof bookings.$inferSelect

type Team = {
  readonly team: readonly MemberId[]
  readonly during: { readonly from: Instant; readonly until: Instant }
}

/** Returns the team's bookings for an item without the released ones, by member. */
export const bookingsOf = (db: TenantDb, item: ItemId): Promise<Booking[]> =>
  bookingsOfAll(db, [item])

/** Returns the bookings for several items without the released ones, by member. */
export async function bookingsOfAll(db: TenantDb, items: readonly ItemId[]): Promise<Booking[]> {
  if (items.length === 0) return []
  const rows = await db
    .select()
    .from(bookings)
    .where(and(eq(bookings.tenantId, db.tenant), inArray(bookings.itemId, [...items])))
    .orderBy(bookings.memberId)
  return rows.filter(({ state }) => state !== 'released')
}

/**
 * Holds the team's time. Members are inserted in the order of their ids, so that two orders for one team never
 * deadlock.
 */
export async function holdTeam(db: TenantDb, item: ItemId, { team, during }: Team): Promise<void> {
  await db.insert(bookings).values(
    team.toSorted().map((memberId) => ({
      tenantId: db.tenant,
      id: newId<BookingId>(),
      itemId: item,
      memberId,
      during,
      state: 'held' as const,
    })),
  )
}

/** Confirms the held bookings of an item's team. */
export async function confirmTeam(db: TenantDb, item: ItemId): Promise<void> {
  await db
    .update(bookings)
    .set({ state: 'confirmed' })
    .where(
      and(eq(bookings.tenantId, db.tenant), eq(bookings.itemId, item), eq(bookings.state, 'held')),
    )
}

/** Releases the bookings of an item's team. */
export async function releaseBookings(db: TenantDb, item: ItemId): Promise<void> {
  await db
    .update(bookings)
    .set({ state: 'released' })
    .where(
      and(
        eq(bookings.tenantId, db.tenant),
        eq(bookings.itemId, item),
        ne(bookings.state, 'released'),
      ),
    )
}
