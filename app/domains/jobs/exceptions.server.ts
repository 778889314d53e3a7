import { and, asc, between, eq, gte } from 'drizzle-orm'
import { Temporal } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { availabilityExceptions, availabilityRules } from '#db/schema/jobs.ts'
import { advisoryLock, type TenantDb } from '#tenants/scope.server.ts'

export type NewException = {
  readonly member: MemberId
  readonly date: string
  readonly kind: 'off' | 'extra'
  readonly fromMinute: number
  readonly untilMinute: number
  readonly note: string
}

/**
 * Adds a member's exception for one date, once. Time off and extra time may not overlap, over midnight either: the
 * earlier exception must be removed first.
 */
export async function addException(
  db: TenantDb,
  { member, date, ...rest }: NewException,
): Promise<Outcome<null, 'date-is-off' | 'date-is-extra'>> {
  await advisoryLock(db, `exceptions:${member}`)
  const { kind, fromMinute, untilMinute } = rest
  const day = Temporal.PlainDate.from(date)
  const near = await db
    .select()
    .from(availabilityExceptions)
    .where(
      and(
        eq(availabilityExceptions.tenantId, db.tenant),
        eq(availabilityExceptions.memberId, member),
        // Hours of the day before may last into this day, and hours of this day into the next.
        between(
          availabilityExceptions.onDate,
          day.subtract({ days: 1 }).toString(),
          day.add({ days: 1 }).toString(),
        ),
      ),
    )
  const overlapping = near.filter((exception) => {
    const later = day.until(Temporal.PlainDate.from(exception.onDate)).days * 1440
    return exception.fromMinute + later < untilMinute && fromMinute < exception.untilMinute + later
  })
  if (overlapping.some((exception) => exception.kind !== kind))
    return refused(kind === 'extra' ? 'date-is-off' : 'date-is-extra')
  if (
    overlapping.some(
      (exception) =>
        exception.onDate === date &&
        exception.fromMinute === fromMinute &&
        exception.untilMinute === untilMinute,
    )
  )
    return done(null)
  await db.insert(availabilityExceptions).values({
    tenantId: db.tenant,
    id: crypto.randomUUID(),
    memberId: member,
    onDate: date,
    ...rest,
  })
  return done(null)
}

/** Removes an exception of this member. */
export async function removeException(db: TenantDb, member: MemberId, id: string): Promise<void> {
  await db
    .delete(availabilityExceptions)
    .where(
      and(
        eq(availabilityExceptions.tenantId, db.tenant),
        eq(availabilityExceptions.memberId, member),
        eq(availabilityExceptions.id, id),
      ),
    )
}

/** Returns a member's weekly hours, and their exceptions from one date on. */
export async function hoursOf(db: TenantDb, member: MemberId, from: string) {
  const week = await db
    .select()
    .from(availabilityRules)
    .where(and(eq(availabilityRules.tenantId, db.tenant), eq(availabilityRules.memberId, member)))
    .orderBy(asc(availabilityRules.weekday), asc(availabilityRules.fromMinute))
  const exceptions = await db
    .select()
    .from(availabilityExceptions)
    .where(
      and(
        eq(availabilityExceptions.tenantId, db.tenant),
        eq(availabilityExceptions.memberId, member),
        gte(availabilityExceptions.onDate, from),
      ),
    )
    .orderBy(asc(availabilityExceptions.onDate), asc(availabilityExceptions.fromMinute))
  return {
    week: week.map(({ weekday, fromMinute, untilMinute }) => ({
      weekday,
      fromMinute,
      untilMinute,
    })),
    exceptions: exceptions.map(({ id, onDate, kind, fromMinute, untilMinute, note }) => ({
      id,
      date: onDate,
      kind,
      fromMinute,
      untilMinute,
      note,
    })),
  }
}
