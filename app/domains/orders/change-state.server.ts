import { and, eq, ne } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import type { OrderId } from '#app/kernel/ids.ts'
import { bookings, orders } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** The order is paid for: its team's held time becomes theirs to work. */
export async function confirm(db: TenantDb, order: OrderId, at: Instant): Promise<void> {
  await db
    .update(orders)
    .set({ state: 'paid', paidAt: at, holdUntil: null })
    .where(thisOrder(db, order))
  await db
    .update(bookings)
    .set({ state: 'confirmed' })
    .where(
      and(
        eq(bookings.tenantId, db.tenant),
        eq(bookings.orderId, order),
        eq(bookings.state, 'held'),
      ),
    )
}

/** The work is done. */
export async function finish(db: TenantDb, order: OrderId, at: Instant): Promise<void> {
  await db.update(orders).set({ state: 'done', doneAt: at }).where(thisOrder(db, order))
}

export type Cancelling = {
  readonly by: 'customer' | 'co-op'
  readonly reason: string
  readonly at: Instant
}

/** The order is off, and its team is free again. */
export async function cancel(
  db: TenantDb,
  order: OrderId,
  { by, reason, at }: Cancelling,
): Promise<void> {
  await db
    .update(orders)
    .set({
      state: 'cancelled',
      cancelledAt: at,
      cancelledBy: by,
      cancelReason: reason,
      holdUntil: null,
    })
    .where(thisOrder(db, order))
  await releaseBookings(db, order)
}

/** Frees the time an order's team held. */
export async function releaseBookings(db: TenantDb, order: OrderId): Promise<void> {
  await db
    .update(bookings)
    .set({ state: 'released' })
    .where(
      and(
        eq(bookings.tenantId, db.tenant),
        eq(bookings.orderId, order),
        ne(bookings.state, 'released'),
      ),
    )
}

export type Moved = { readonly from: Instant; readonly until: Instant }

/** The order's new time; its team's bookings are the caller's to make. */
export async function move(
  db: TenantDb,
  order: OrderId,
  { from, until }: Moved,
  changes: number,
): Promise<void> {
  await db
    .update(orders)
    .set({ startsAt: from, endsAt: until, changes })
    .where(thisOrder(db, order))
}

function thisOrder(db: TenantDb, order: OrderId) {
  return and(eq(orders.tenantId, db.tenant), eq(orders.id, order))
}
