import { and, eq } from 'drizzle-orm'
import { membersById } from '#app/domains/members/members.server.ts'
import {
  customerOf,
  type Item,
  type Order,
  orderByToken,
  titleOf,
} from '#app/domains/orders/find-order.server.ts'
import { totalPriceMinorOf } from '#app/domains/orders/order.ts'
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

/** Reads an order for its customer. */
export function readOrderPage(tenant: Tenant, token: string, at: Instant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const order = await orderByToken(db, token)
      const [item] = order?.items ?? []
      if (!order || !item) return undefined
      const [earners, payment, customer, cancelling, review, listing, facts] = [
        await actsOf(item.kind).earners(db, item),
        await paymentOf(db, order.id),
        await customerOf(db, order),
        await cancellationOfOrder(db, order, at),
        await reviewOf(db, item),
        await listingOf(db, item),
        await orderFacts(db, order),
      ]
      const people = await membersById(
        db,
        earners.map(({ member }) => member),
      )
      return {
        ...facts,
        moves: actsOf(item.kind).move !== null,
        begun: cancelling.begun,
        past: facts.start !== null && Temporal.Instant.compare(facts.start, at) < 0,
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
          retained: cancelling.retained.minor,
          freeUntil: cancelling.freeUntil?.toString() ?? null,
        },
        review,
      }
    },
    { readOnly: true },
  )
}

/** Returns what cancelling all open items of an order would retain and return. */
async function cancellationOfOrder(db: TenantDb, order: Order, at: Instant) {
  const cancellations = []
  for (const item of order.items)
    cancellations.push(await cancellationOf(db, order, item, { by: 'customer', at }))
  const moments = cancellations.flatMap(({ freeUntil }) => freeUntil ?? [])
  return {
    begun: cancellations.some(({ begun }) => begun),
    retained: sum(
      cancellations.map(({ retained }) => retained),
      order.currency,
    ),
    returned: sum(
      cancellations.map(({ returned }) => returned),
      order.currency,
    ),
    freeUntil: moments.toSorted((a, b) => a.epochMilliseconds - b.epochMilliseconds)[0] ?? null,
  }
}

/** Returns the facts of an order that its pages show. */
export async function orderFacts(db: TenantDb, order: Order) {
  const { id, token, code, state, charterVersion, currency, placedAt, holdUntil } = order
  const { start, end, place, own } = await factsOf(db, order.items[0])
  const settled = order.items.flatMap(({ settledAt }) => settledAt ?? [])
  const latest = settled.toSorted((a, b) => b.epochMilliseconds - a.epochMilliseconds)[0]
  return {
    id,
    token,
    code,
    title: titleOf(order),
    state,
    charterVersion,
    currency,
    total: totalPriceMinorOf(order.items),
    /** What is paid in advance: the most that it may come to. */
    most: order.totalMinor,
    start: start?.toString() ?? null,
    end: end?.toString() ?? null,
    where: place.whole,
    kind: order.items[0]?.kind ?? '',
    own,
    placedAt: placedAt.toString(),
    holdUntil: holdUntil?.toString() ?? null,
    doneAt: latest?.toString() ?? null,
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
