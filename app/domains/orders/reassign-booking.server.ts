import { and, eq } from 'drizzle-orm'
import { type BookingId, type MemberId, newId } from '#app/kernel/ids.ts'
import { bookings } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { Booking } from './bookings.server.ts'

/** Gives one worker's booking to another. When the other is booked at that time, the database refuses it. */
export async function reassignBooking(db: TenantDb, booking: Booking, to: MemberId): Promise<void> {
  await db
    .update(bookings)
    .set({ state: 'released' })
    .where(and(eq(bookings.tenantId, db.tenant), eq(bookings.id, booking.id)))
  await db.insert(bookings).values({
    tenantId: db.tenant,
    id: newId<BookingId>(),
    itemId: booking.itemId,
    memberId: to,
    during: booking.during,
    state: 'confirmed',
  })
}
