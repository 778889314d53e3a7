import { and, eq } from 'drizzle-orm'
import { membersById } from '#app/domains/members/members.server.ts'
import {
  bookingsOf,
  customerOf,
  type Order,
  orderByToken,
} from '#app/domains/orders/find-order.server.ts'
import { paymentOf } from '#app/domains/payments/payment.server.ts'
import { cancellationOf } from '#app/rules/orders/cancellation.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { reviews } from '#db/schema/orders.ts'
import { listings } from '#db/schema/offerings.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'

/** An order as its customer follows it. */
export function readOrderPage(tenant: Tenant, token: string, at: Instant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const order = await orderByToken(db, token)
      if (!order) return undefined
      const [team, payment, customer, { returned, kept, freeUntil }, review, listing] = [
        await bookingsOf(db, order.id),
        await paymentOf(db, order.id),
        await customerOf(db, order),
        await cancellationOf(db, order, { by: 'customer', at }),
        await reviewOf(db, order),
        await listingOf(db, order),
      ]
      const people = await membersById(
        db,
        team.map(({ memberId }) => memberId),
      )
      return {
        ...factsOf(order),
        begun: team.some(({ checkedInAt }) => checkedInAt),
        past: (order.startsAt?.epochMilliseconds ?? Infinity) < at.epochMilliseconds,
        listing,
        customer: { name: customer.name, email: customer.email },
        team: people.map(({ id, displayName, photoId }) => ({
          id,
          name: displayName,
          photo: photoId,
        })),
        payment: payment
          ? { state: payment.state, refunded: payment.refundedMinor, session: payment.session }
          : null,
        cancelling: {
          returned: returned.minor,
          kept: kept.minor,
          freeUntil: freeUntil?.toString() ?? null,
        },
        review,
      }
    },
    { readOnly: true },
  )
}

/** An order's own facts, as a page is handed them. */
export function factsOf({
  id,
  token,
  code,
  title,
  state,
  charterVersion,
  currency,
  totalMinor,
  startsAt,
  endsAt,
  address,
  notes,
  placedAt,
  holdUntil,
  doneAt,
  workMinutes,
  teamSize,
  changes,
}: Order) {
  return {
    id,
    token,
    code,
    title,
    state,
    charterVersion,
    currency,
    total: totalMinor,
    start: startsAt?.toString() ?? null,
    end: endsAt?.toString() ?? null,
    address,
    notes,
    placedAt: placedAt.toString(),
    holdUntil: holdUntil?.toString() ?? null,
    doneAt: doneAt?.toString() ?? null,
    workMinutes,
    teamSize,
    changes,
  }
}

async function reviewOf(db: TenantDb, order: Order) {
  const [review] = await db
    .select({ stars: reviews.stars, body: reviews.body, answer: reviews.answer })
    .from(reviews)
    .where(and(eq(reviews.tenantId, db.tenant), eq(reviews.orderId, order.id)))
  return review ?? null
}

async function listingOf(db: TenantDb, order: Order): Promise<string | null> {
  const [listing] = await db
    .select({ slug: listings.slug })
    .from(listings)
    .where(and(eq(listings.tenantId, db.tenant), eq(listings.id, order.listingId)))
  return listing?.slug ?? null
}
