import { and, eq } from 'drizzle-orm'
import { membersById } from '#app/domains/members/members.server.ts'
import {
  customerOf,
  type Item,
  type Order,
  orderByToken,
  titleOf,
} from '#app/domains/orders/find-order.server.ts'
import { paymentOf } from '#app/domains/payments/payment.server.ts'
import { type Instant, Temporal } from '#app/kernel/clock.ts'
import { sum } from '#app/kernel/money.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import { cancellationOf } from '#app/rules/orders/cancellation.server.ts'
import { factsOf } from '#app/rules/orders/facts.server.ts'
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
      const [item] = order?.items ?? []
      if (!order || !item) return undefined
      const [earners, payment, customer, cancelling, review, listing, shown] = [
        await actsOf(item.kind).earners(db, item),
        await paymentOf(db, order.id),
        await customerOf(db, order),
        await cancellingOf(db, order, at),
        await reviewOf(db, item),
        await listingOf(db, item),
        await shownOf(db, order),
      ]
      const people = await membersById(
        db,
        earners.map(({ member }) => member),
      )
      return {
        ...shown,
        moves: actsOf(item.kind).move !== null,
        begun: cancelling.begun,
        past: shown.start !== null && Temporal.Instant.compare(shown.start, at) < 0,
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
          returned: cancelling.returned.minor,
          kept: cancelling.kept.minor,
          freeUntil: cancelling.freeUntil?.toString() ?? null,
        },
        review,
      }
    },
    { readOnly: true },
  )
}

/** What cancelling all of an order that is still open would keep and return. */
async function cancellingOf(db: TenantDb, order: Order, at: Instant) {
  const all = []
  for (const item of order.items)
    all.push(await cancellationOf(db, order, item, { by: 'customer', at }))
  const moments = all.flatMap(({ freeUntil }) => freeUntil ?? [])
  return {
    begun: all.some(({ begun }) => begun),
    kept: sum(
      all.map(({ kept }) => kept),
      order.currency,
    ),
    returned: sum(
      all.map(({ returned }) => returned),
      order.currency,
    ),
    freeUntil: moments.toSorted((a, b) => a.epochMilliseconds - b.epochMilliseconds)[0] ?? null,
  }
}

/** An order's own facts, as a page is handed them. */
export async function shownOf(db: TenantDb, order: Order) {
  const { id, token, code, state, charterVersion, currency, placedAt, holdUntil } = order
  const { start, end, place, own } = await factsOf(db, order.items[0])
  const settled = order.items.flatMap(({ settledAt }) => settledAt ?? [])
  const last = settled.toSorted((a, b) => b.epochMilliseconds - a.epochMilliseconds)[0]
  return {
    id,
    token,
    code,
    title: titleOf(order),
    state,
    charterVersion,
    currency,
    total: order.totalMinor,
    start: start?.toString() ?? null,
    end: end?.toString() ?? null,
    where: place.whole,
    kind: order.items[0]?.kind ?? '',
    own,
    placedAt: placedAt.toString(),
    holdUntil: holdUntil?.toString() ?? null,
    doneAt: last?.toString() ?? null,
  }
}

async function reviewOf(db: TenantDb, { id }: Item) {
  const [review] = await db
    .select({ stars: reviews.stars, body: reviews.body, answer: reviews.answer })
    .from(reviews)
    .where(and(eq(reviews.tenantId, db.tenant), eq(reviews.itemId, id)))
  return review ?? null
}

async function listingOf(db: TenantDb, { listingId }: Item): Promise<string | null> {
  const [listing] = await db
    .select({ slug: listings.slug })
    .from(listings)
    .where(and(eq(listings.tenantId, db.tenant), eq(listings.id, listingId)))
  return listing?.slug ?? null
}
