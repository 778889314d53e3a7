import { and, eq, ne } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import { type BookingId, type ItemId, type MemberId, newId } from '#app/kernel/ids.ts'
import { bookings } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

export type Booking = typeof bookings.$inferSelect

type Team = {
  readonly team: readonly MemberId[]
  readonly during: { readonly from: Instant; readonly until: Instant }
}

/** The team's bookings for an item, without those released, by member. */
export async function bookingsOf(db: TenantDb, item: ItemId): Promise<Booking[]> {
  const rows = await db
    .select()
    .from(bookings)
    .where(and(eq(bookings.tenantId, db.tenant), eq(bookings.itemId, item)))
    .orderBy(bookings.memberId)
  return rows.filter(({ state }) => state !== 'released')
}

/** Holds the team's time, in the order of their ids, so that two orders for one team never wait for each other. */
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

/** The team's held time becomes theirs to work. */
export async function confirmTeam(db: TenantDb, item: ItemId): Promise<void> {
  await db
    .update(bookings)
    .set({ state: 'confirmed' })
    .where(
      and(eq(bookings.tenantId, db.tenant), eq(bookings.itemId, item), eq(bookings.state, 'held')),
    )
}

/** Frees the time an item's team held. */
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
