import { and, eq } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { BookingId } from '#app/kernel/ids.ts'
import { bookings } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

type Step =
  | { readonly acceptedAt: Instant }
  | { readonly checkedInAt: Instant }
  | { readonly checkedOutAt: Instant }

/** Records a step of one worker's booking. */
export async function recordWork(db: TenantDb, booking: BookingId, step: Step): Promise<void> {
  await db
    .update(bookings)
    .set(step)
    .where(and(eq(bookings.tenantId, db.tenant), eq(bookings.id, booking)))
}
