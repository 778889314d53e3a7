import { and, asc, eq, gt, gte, inArray, isNull, ne } from 'drizzle-orm'
import { nextStep, stepOf } from '#app/domains/orders/job.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { ledgerAccounts } from '#db/schema/ledger.ts'
import { listings } from '#db/schema/listings.ts'
import { invitations, members } from '#db/schema/membership.ts'
import { bookings, customers, orders } from '#db/schema/orders.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { firstPhoto } from './listings-page.server.ts'

/** A member's day and the days after it: their jobs, and what they are owed. */
export function readToday(tenant: Tenant, member: MemberId, at: Instant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const rows = await db
        .select({ booking: bookings, order: orders, customer: customers.name })
        .from(bookings)
        .innerJoin(orders, and(eq(orders.tenantId, db.tenant), eq(orders.id, bookings.orderId)))
        .innerJoin(
          customers,
          and(eq(customers.tenantId, db.tenant), eq(customers.id, orders.customerId)),
        )
        .where(
          and(
            eq(bookings.tenantId, db.tenant),
            eq(bookings.memberId, member),
            ne(bookings.state, 'released'),
            inArray(orders.state, ['paid', 'done']),
            gte(orders.endsAt, at.subtract({ hours: 20 })),
          ),
        )
        .orderBy(asc(orders.startsAt))
        .limit(30)
      const [account] = await db
        .select({ balance: ledgerAccounts.balanceMinor })
        .from(ledgerAccounts)
        .where(and(eq(ledgerAccounts.tenantId, db.tenant), eq(ledgerAccounts.memberId, member)))
      return {
        owed: -(account?.balance ?? 0n),
        jobs: rows.map(({ booking, order, customer }) => ({
          order: order.id,
          title: order.title,
          customer,
          state: order.state,
          step: stepOf(booking),
          next: order.state === 'paid' ? nextStep(booking, at) : null,
          start: booking.during.from.toString(),
          end: booking.during.until.toString(),
          where: [order.address?.line1, order.address?.line2, order.address?.city]
            .filter(Boolean)
            .join(', '),
          notes: order.notes,
        })),
      }
    },
    { readOnly: true },
  )
}

/** Everybody who belongs or did, and the invitations that are still open. */
export function readMembers(tenant: Tenant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const rows = await db
        .select()
        .from(members)
        .where(eq(members.tenantId, db.tenant))
        .orderBy(asc(members.displayName))
      return rows.map(({ id, displayName, email, about, state, photoId, joinedAt }) => ({
        id,
        name: displayName,
        email,
        about,
        state,
        photo: photoId,
        joined: joinedAt.toString(),
      }))
    },
    { readOnly: true },
  )
}

/** The invitations of a co-op that may still be accepted. */
export function readInvitations(tenant: Tenant, at: Instant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const rows = await db
        .select()
        .from(invitations)
        .where(
          and(
            eq(invitations.tenantId, db.tenant),
            isNull(invitations.acceptedAt),
            isNull(invitations.withdrawnAt),
            gt(invitations.expiresAt, at),
          ),
        )
        .orderBy(asc(invitations.email))
      return rows.map(({ id, email, expiresAt }) => ({ id, email, until: expiresAt.toString() }))
    },
    { readOnly: true },
  )
}

export function readOwnListings(tenant: Tenant) {
  return inTenant(
    tenant.id,
    (db) =>
      db
        .select({
          id: listings.id,
          slug: listings.slug,
          title: listings.title,
          photo: firstPhoto(db),
          state: listings.state,
          sample: listings.sample,
          from: listings.fromMinor,
        })
        .from(listings)
        .where(eq(listings.tenantId, db.tenant))
        .orderBy(asc(listings.position)),
    { readOnly: true },
  )
}
