import { and, eq } from 'drizzle-orm'
import { charterOfVersion } from '#app/domains/charter/in-force.server.ts'
import { bookingsOf } from '#app/domains/orders/bookings.server.ts'
import { earnersOf } from '#app/domains/orders/earners.server.ts'
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
import type { MemberId } from '#app/kernel/ids.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import { cancellableItems, cancellationOf } from '#app/rules/orders/cancellation.server.ts'
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
      const [payment, customer, cancelling, listing, facts] = [
        await paymentOf(db, order.id),
        await customerOf(db, order),
        await readCancelling(db, order, { items: cancellableItems(order), at }),
        await listingOf(db, item),
        await orderFacts(db, order),
      ]
      const items = []
      for (const part of order.items) items.push(await readItem(db, order, { item: part, at }))
      const people = await membersById(db, [...new Set(items.flatMap(({ earners }) => earners))])
      return {
        ...facts,
        items,
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
        cancelling,
        /** What the charter that priced the order says of cancelling. */
        terms: (await charterOfVersion(db, order.charterVersion)).cancellation,
      }
    },
    { readOnly: true },
  )
}

type ItemAtTime = { readonly item: Item; readonly at: Instant }

/** Reads an item for its customer: what it is, what they can do with it now, and what they wrote about it. */
async function readItem(db: TenantDb, order: Order, { item, at }: ItemAtTime) {
  const [earners, review, cancelling, { start, end, own }] = [
    await workersOf(db, item),
    await reviewOf(db, item),
    await readCancelling(db, order, { items: cancellableItems(order, item.id), at }),
    await factsOf(db, item),
  ]
  const paid = item.state === 'paid' && !cancelling.begun
  return {
    id: item.id,
    title: item.title,
    kind: item.kind,
    settled: item.state === 'settled',
    start: start?.toString() ?? null,
    end: end?.toString() ?? null,
    own,
    earners,
    /** Whether the customer can move it to another time, and whether they can cancel it alone. */
    moves: paid && cancelling.retained === 0n && actsOf(item.kind).move !== null,
    cancels: paid,
    cancelling,
    review,
  }
}

/** Returns who works on an item: those who earn by it, or before it is paid those whose time it reserves. */
async function workersOf(db: TenantDb, { id, state }: Item): Promise<MemberId[]> {
  return state === 'placed'
    ? (await bookingsOf(db, id)).map(({ memberId }) => memberId)
    : (await earnersOf(db, id)).map(({ member }) => member)
}

type CancellingItems = { readonly items: readonly Item[]; readonly at: Instant }

/** Returns what cancelling some items would retain and return, together. */
async function readCancelling(db: TenantDb, order: Order, { items, at }: CancellingItems) {
  const cancellations = []
  for (const item of items)
    cancellations.push(await cancellationOf(db, order, item, { by: 'customer', at }))
  const moments = cancellations.flatMap(({ freeUntil }) => freeUntil ?? [])
  const first = moments.toSorted((a, b) => a.epochMilliseconds - b.epochMilliseconds)[0]
  return {
    begun: cancellations.some(({ begun }) => begun),
    retained: cancellations.reduce((total, { retained }) => total + retained.minor, 0n),
    returned: cancellations.reduce((total, { returned }) => total + returned.minor, 0n),
    freeUntil: first?.toString() ?? null,
  }
}

/** Returns the facts of an order that its pages show. Time and place are those of its first open item. */
export async function orderFacts(db: TenantDb, order: Order) {
  const { id, token, code, state, charterVersion, currency, placedAt, holdUntil } = order
  const open = order.items.find((item) => item.state === order.state)
  const { start, place } = await factsOf(db, open ?? order.items[0])
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
    where: place.whole,
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
