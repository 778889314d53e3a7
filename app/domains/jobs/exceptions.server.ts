import { and, asc, eq, gte } from 'drizzle-orm'
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
 * Says that one date is different for a member, once. Nobody is off and works more in the same hours: what was said
 * first is taken back first.
 */
export async function addException(
  db: TenantDb,
  { member, date, ...rest }: NewException,
): Promise<Outcome<null, 'date-is-off' | 'date-is-extra'>> {
  await advisoryLock(db, `exceptions:${member}`)
  const { kind, fromMinute, untilMinute } = rest
  const that = await db
    .select()
    .from(availabilityExceptions)
    .where(
      and(
        eq(availabilityExceptions.tenantId, db.tenant),
        eq(availabilityExceptions.memberId, member),
        eq(availabilityExceptions.onDate, date),
      ),
    )
  const said = that.filter((one) => one.fromMinute < untilMinute && fromMinute < one.untilMinute)
  if (said.some((one) => one.kind !== kind))
    return refused(kind === 'extra' ? 'date-is-off' : 'date-is-extra')
  if (said.some((one) => one.fromMinute === fromMinute && one.untilMinute === untilMinute))
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

/** Takes an exception back; only the member's own. */
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

/** A member's week, and the dates from one day on that are different. */
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
