import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import { nextStep, stepOf } from '#app/domains/orders/job.ts'
import { type Instant, writeInstant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { factsOfAll } from '#app/rules/orders/facts.server.ts'
import { bookings, customers, orderItems, orders } from '#db/schema/orders.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { ratificationOf } from '#app/reads/charter/charter-page.server.ts'
import { checklistOf } from '#app/reads/founding/checklist.server.ts'
import { owedTo, weekEarnings } from '#app/reads/books/member-account.server.ts'
import { proposalsFor } from '#app/reads/decisions/proposals-page.server.ts'

/** Reads a member's day and the days after it: jobs, pay, open decisions, and the checklist of a new co-op. */
export function readToday(tenant: Tenant, member: MemberId, at: Instant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const [jobs, owed, week, openProposals, steps, founding] = await Promise.all([
        jobsOf(db, member, at),
        owedTo(db, member),
        weekEarnings(db, tenant, { member, at }),
        proposalsFor(db, member, ['voting', 'discussion']),
        checklistOf(db, tenant, { member, at }),
        tenant.state === 'founding' ? ratificationOf(db, member) : null,
      ])
      return { jobs, owed, week, open: openProposals, steps, founding }
    },
    { readOnly: true },
  )
}

async function jobsOf(db: TenantDb, member: MemberId, at: Instant) {
  const rows = await db
    .select({
      order: orders.id,
      item: { id: orderItems.id, kind: orderItems.kind },
      title: orderItems.title,
      state: orderItems.state,
      customer: customers.name,
      during: bookings.during,
      acceptedAt: bookings.acceptedAt,
      checkedInAt: bookings.checkedInAt,
      checkedOutAt: bookings.checkedOutAt,
    })
    .from(bookings)
    .innerJoin(
      orderItems,
      and(eq(orderItems.tenantId, db.tenant), eq(orderItems.id, bookings.itemId)),
    )
    .innerJoin(orders, and(eq(orders.tenantId, db.tenant), eq(orders.id, orderItems.orderId)))
    .innerJoin(
      customers,
      and(eq(customers.tenantId, db.tenant), eq(customers.id, orders.customerId)),
    )
    .where(
      and(
        eq(bookings.tenantId, db.tenant),
        eq(bookings.memberId, member),
        ne(bookings.state, 'released'),
        inArray(orderItems.state, ['paid', 'settled']),
        sql`upper(${bookings.during}) >= ${writeInstant(at.subtract({ hours: 20 }))}::timestamptz`,
      ),
    )
    .orderBy(asc(sql`lower(${bookings.during})`))
    .limit(30)
  const facts = await factsOfAll(
    db,
    rows.map(({ item }) => item),
  )
  return rows.map(({ order, item, title, state, customer, ...work }) => ({
    order,
    title,
    customer,
    step: stepOf(work),
    next: state === 'paid' ? nextStep(work, at) : null,
    start: writeInstant(work.during.from),
    end: writeInstant(work.during.until),
    where: facts.get(item.id)?.place.short ?? '',
    notes: facts.get(item.id)?.notes ?? '',
  }))
}
