import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import { workingMinutes } from '#app/domains/jobs/availability.ts'
import { hoursOf } from '#app/domains/jobs/exceptions.server.ts'
import { memberByFeed } from '#app/domains/members/feed.server.ts'
import { Temporal, type Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { members } from '#db/schema/members.ts'
import { factsOfAll } from '#app/rules/orders/facts.server.ts'
import { bookings, customers, orderItems, orders } from '#db/schema/orders.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'

const DAYS = 14

/** When a member works: their week, the dates that are different, and the two weeks that come of it. */
export function readHours(tenant: Tenant, member: MemberId, at: Instant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const everybody = await db
        .select({
          id: members.id,
          name: members.displayName,
          works: members.works,
          feed: members.feedToken,
          version: members.weekVersion,
        })
        .from(members)
        .where(and(eq(members.tenantId, db.tenant), eq(members.state, 'active')))
        .orderBy(asc(members.displayName))
      const one = everybody.find(({ id }) => id === member)
      if (!one) return undefined
      const today = at.toZonedDateTimeISO(tenant.timeZone).toPlainDate()
      const { week, exceptions } = await hoursOf(db, member, today.toString())
      const last = [today.add({ days: DAYS }).toString(), ...exceptions.map(({ date }) => date)]
        .toSorted()
        .at(-1)
      const until = wall(last ?? today.toString(), 1440, tenant)
      const visits = await visitsOf(db, member, { from: at.subtract({ hours: 24 }), until })
      return {
        ...one,
        everybody: everybody.map(({ id, name }) => ({ id, name })),
        today: today.toString(),
        week,
        exceptions: exceptions.map((one) => ({ ...one, booked: bookedOn(one, visits, tenant) })),
        days: Array.from({ length: DAYS }, (_, day) =>
          dayOf(today.add({ days: day }), tenant, { week, exceptions, visits }),
        ),
      }
    },
    { readOnly: true },
  )
}

/** A minute of a date on a co-op's clocks. */
function wall(date: string, minute: number, { timeZone }: Tenant): Instant {
  const moment = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes: minute })
  return moment.toZonedDateTime(timeZone).toInstant()
}

type Exception = Awaited<ReturnType<typeof hoursOf>>['exceptions'][number]
type Visits = Awaited<ReturnType<typeof visitsOf>>

/** The visits that are booked in hours in which somebody is off: they stay booked, and should be known. */
function bookedOn({ kind, date, fromMinute, untilMinute }: Exception, visits: Visits, at: Tenant) {
  if (kind !== 'off') return []
  const [from, until] = [wall(date, fromMinute, at), wall(date, untilMinute, at)]
  return visits
    .filter(
      (visit) =>
        Temporal.Instant.compare(visit.from, until) < 0 &&
        Temporal.Instant.compare(from, visit.until) < 0,
    )
    .map((visit) => ({ order: visit.order, title: visit.title, start: visit.from.toString() }))
}

type Known = Awaited<ReturnType<typeof hoursOf>> & {
  readonly visits: Visits
}

function dayOf(
  date: Temporal.PlainDate,
  { timeZone }: Tenant,
  { week, exceptions, visits }: Known,
) {
  const minuteOf = (moment: Instant) => {
    const shown = moment.toZonedDateTimeISO(timeZone)
    return Temporal.PlainDate.compare(shown.toPlainDate(), date) > 0
      ? 1440
      : shown.hour * 60 + shown.minute
  }
  return {
    date: date.toString(),
    hours: workingMinutes(date, week, exceptions),
    visits: visits
      .filter(({ from }) => from.toZonedDateTimeISO(timeZone).toPlainDate().equals(date))
      .map(({ from, until }) => ({ fromMinute: minuteOf(from), untilMinute: minuteOf(until) })),
  }
}

async function visitsOf(
  db: TenantDb,
  member: MemberId,
  { from, until }: { from: Instant; until: Instant },
) {
  const rows = await db
    .select({ during: bookings.during, order: orderItems.orderId, title: orderItems.title })
    .from(bookings)
    .innerJoin(
      orderItems,
      and(eq(orderItems.tenantId, db.tenant), eq(orderItems.id, bookings.itemId)),
    )
    .where(
      and(
        eq(bookings.tenantId, db.tenant),
        eq(bookings.memberId, member),
        ne(bookings.state, 'released'),
        sql`${bookings.during} && tstzrange(${from.toString()}::timestamptz, ${until.toString()}::timestamptz)`,
      ),
    )
  return rows
    .map(({ during, order, title }) => ({ ...during, order, title }))
    .toSorted((one, other) => Temporal.Instant.compare(one.from, other.from))
}

/** The visits ahead of the member whose calendar's secret address this is. */
export function readCalendar(tenant: Tenant, token: string, at: Instant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const member = await memberByFeed(db, token)
      if (!member) return undefined
      const rows = await db
        .select({
          id: orders.id,
          item: { id: orderItems.id, kind: orderItems.kind },
          title: orderItems.title,
          during: bookings.during,
          customer: customers.name,
          placedAt: orders.placedAt,
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
            eq(bookings.memberId, member.id),
            eq(bookings.state, 'confirmed'),
            inArray(orderItems.state, ['paid', 'settled']),
            sql`upper(${bookings.during}) > ${at.subtract({ hours: 24 * 60 }).toString()}::timestamptz`,
          ),
        )
        .orderBy(asc(bookings.during))
        .limit(500)
      const facts = await factsOfAll(
        db,
        rows.map(({ item }) => item),
      )
      return {
        name: member.name,
        visits: rows.map(({ during, placedAt, item, ...visit }) => ({
          ...visit,
          customer: visit.customer.split(' ')[0] ?? '',
          where: facts.get(item.id)?.place.short ?? '',
          changes: facts.get(item.id)?.changes ?? 0,
          start: during.from.epochMilliseconds,
          end: during.until.epochMilliseconds,
          stamp: placedAt.epochMilliseconds,
        })),
      }
    },
    { readOnly: true },
  )
}
