import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { DAY_MINUTES } from '#app/domains/jobs/local-minutes.ts'
import { workingMinutes } from '#app/domains/jobs/stretches.ts'
import { hoursOf } from '#app/domains/jobs/exceptions.server.ts'
import { memberByFeed } from '#app/domains/members/feed.server.ts'
import { Temporal, type Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { members } from '#db/schema/members.ts'
import { factsOfAll, NO_FACTS } from '#app/rules/orders/facts.server.ts'
import { bookings, orderItems } from '#db/schema/orders.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'
import { jobsOfMember } from './jobs-of-member.server.ts'

const SHOWN_DAYS = 14

/** Reads a member's hours: the weekly hours, the exceptions, and the resulting two weeks. */
export function readHours(tenant: Tenant, member: MemberId, at: Instant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const activeMembers = await db
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
      const memberRow = activeMembers.find(({ id }) => id === member)
      if (!memberRow) return undefined
      const today = at.toZonedDateTimeISO(tenant.timeZone).toPlainDate()
      // Hours of yesterday may last into today.
      const yesterday = today.subtract({ days: 1 }).toString()
      const { week, exceptions } = await hoursOf(db, member, yesterday)
      const last = [
        today.add({ days: SHOWN_DAYS }).toString(),
        ...exceptions.map(({ date }) => date),
      ]
        .toSorted()
        .at(-1)
      const until = instantAt(last ?? today.toString(), 2 * DAY_MINUTES, tenant)
      const booked = await bookedTimes(db, member, { from: at.subtract({ hours: 24 }), until })
      return {
        ...memberRow,
        everybody: activeMembers.map(({ id, name }) => ({ id, name })),
        today: today.toString(),
        week,
        exceptions: exceptions
          .filter(({ date, untilMinute }) => date !== yesterday || untilMinute > DAY_MINUTES)
          .map((exception) => ({
            ...exception,
            booked: bookedDuring(exception, booked, tenant),
          })),
        days: Array.from({ length: SHOWN_DAYS }, (_, day) =>
          dayOnPage(today.add({ days: day }), tenant, { week, exceptions, booked }),
        ),
      }
    },
    { readOnly: true },
  )
}

/** Returns the moment of a minute of a date in the co-op's time zone. */
function instantAt(date: string, minute: number, { timeZone }: Tenant): Instant {
  const moment = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes: minute })
  return moment.toZonedDateTime(timeZone).toInstant()
}

type Exception = Awaited<ReturnType<typeof hoursOf>>['exceptions'][number]
type Booked = Awaited<ReturnType<typeof bookedTimes>>

/** Returns what is booked during a member's time off. It stays booked, and the member should know it. */
function bookedDuring(
  { kind, date, fromMinute, untilMinute }: Exception,
  booked: Booked,
  at: Tenant,
) {
  if (kind !== 'off') return []
  const [from, until] = [instantAt(date, fromMinute, at), instantAt(date, untilMinute, at)]
  return booked
    .filter(
      (job) =>
        Temporal.Instant.compare(job.from, until) < 0 &&
        Temporal.Instant.compare(from, job.until) < 0,
    )
    .map((job) => ({
      order: job.order,
      item: job.item,
      title: job.title,
      start: job.from.toString(),
    }))
}

type HoursAndBookings = Awaited<ReturnType<typeof hoursOf>> & {
  readonly booked: Booked
}

function dayOnPage(
  date: Temporal.PlainDate,
  { timeZone }: Tenant,
  { week, exceptions, booked }: HoursAndBookings,
) {
  const minuteOf = (moment: Instant) => {
    const local = moment.toZonedDateTimeISO(timeZone)
    const later = Temporal.PlainDate.compare(local.toPlainDate(), date)
    if (later !== 0) return later < 0 ? 0 : DAY_MINUTES
    return local.hour * 60 + local.minute
  }
  return {
    date: date.toString(),
    hours: workingMinutes(date, week, exceptions),
    booked: booked
      .map(({ from, until }) => ({
        fromMinute: minuteOf(from),
        untilMinute: minuteOf(until),
        begins: from.toZonedDateTimeISO(timeZone).toPlainDate().equals(date),
      }))
      .filter(({ fromMinute, untilMinute, begins }) => begins || fromMinute < untilMinute),
  }
}

async function bookedTimes(
  db: TenantDb,
  member: MemberId,
  { from, until }: { from: Instant; until: Instant },
) {
  const rows = await db
    .select({
      during: bookings.during,
      order: orderItems.orderId,
      item: orderItems.id,
      title: orderItems.title,
    })
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
    .map(({ during, ...job }) => ({ ...during, ...job }))
    .toSorted((a, b) => Temporal.Instant.compare(a.from, b.from))
}

/** How long work stays in a calendar after its end, in hours. */
const CALENDAR_HOURS = 24 * 60

/** Reads the work of the member whose calendar has this secret address. Work without a time is in no calendar. */
export function readCalendar(tenant: Tenant, token: string, at: Instant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const member = await memberByFeed(db, token)
      if (!member) return undefined
      const since = at.subtract({ hours: CALENDAR_HOURS })
      const rows = await jobsOfMember(db, member.id, { since, limit: 500 })
      const facts = await factsOfAll(
        db,
        rows.map(({ item }) => item),
      )
      return {
        name: member.name,
        jobs: rows.flatMap(({ order, item, title, customer }) => {
          const { start, end, place, changes } = facts.get(item.id) ?? NO_FACTS
          if (!start || !end) return []
          return {
            order: order.id,
            item: item.id,
            title,
            customer: customer.split(' ')[0] ?? '',
            where: place.short,
            changes,
            start: start.epochMilliseconds,
            end: end.epochMilliseconds,
            stamp: order.placedAt.epochMilliseconds,
          }
        }),
      }
    },
    { readOnly: true },
  )
}
