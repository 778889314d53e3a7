import { and, eq } from 'drizzle-orm'
import { amongWorkers, keptOf, split } from '#app/domains/ledger/split.ts'
import { membersById } from '#app/domains/membership/members.server.ts'
import {
  bookingsOf,
  customerOf,
  linesOf,
  type Order,
  orderByToken,
} from '#app/domains/orders/find-order.server.ts'
import { paymentOf } from '#app/domains/payments/payment.server.ts'
import { cancellationOf } from '#app/flows/cancel-order.server.ts'
import { workersOf } from '#app/flows/settle-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { money } from '#app/kernel/money.ts'
import { reviews } from '#db/schema/orders.ts'
import { listings } from '#db/schema/listings.ts'
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
        ...plain(order),
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

/** An order's receipt: what was paid, and who got which part of it, to the last unit. */
export function readReceipt(tenant: Tenant, token: string) {
  return inTenant(
    tenant.id,
    async (db) => {
      const order = await orderByToken(db, token)
      const payment = order && (await paymentOf(db, order.id))
      if (!order || payment?.state !== 'captured') return undefined
      const [lines, team] = [await linesOf(db, order), await bookingsOf(db, order.id)]
      const paid = money(order.totalMinor, order.currency)
      const whole = split(lines, order.split, money(payment.feeMinor, order.currency))
      const parts = keptOf(
        whole,
        paid,
        money(order.totalMinor - payment.refundedMinor, order.currency),
      )
      const workers = team.length > 0 ? amongWorkers(parts.workers, workersOf(team)) : new Map()
      const people = await membersById(
        db,
        team.map(({ memberId }) => memberId),
      )
      return {
        ...plain(order),
        paidAt: payment.capturedAt?.toString() ?? null,
        refunded: payment.refundedMinor,
        lines,
        shared: {
          workers: parts.workers.minor,
          coOp: parts.coOp.minor,
          federation: parts.federation.minor,
          card: parts.card.minor,
        },
        workers: people.map(({ id, displayName }) => ({
          id,
          name: displayName,
          minor: workers.get(id)?.minor ?? 0n,
        })),
      }
    },
    { readOnly: true },
  )
}

function plain({
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
