import { and, between, eq } from 'drizzle-orm'
import { availabilityExceptions, availabilityRules } from '#db/schema/jobs.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { Calendar } from './availability.ts'

/**
 * Returns the weekly hours and exceptions of the co-op's members from one date to another. The caller leaves out former
 * members.
 */
export async function workingHours(
  db: TenantDb,
  from: string,
  until: string,
): Promise<Pick<Calendar, 'weekly' | 'exceptions'>> {
  const [rules, exceptions] = await Promise.all([
    db.select().from(availabilityRules).where(eq(availabilityRules.tenantId, db.tenant)),
    db
      .select()
      .from(availabilityExceptions)
      .where(
        and(
          eq(availabilityExceptions.tenantId, db.tenant),
          between(availabilityExceptions.onDate, from, until),
        ),
      ),
  ])
  return {
    weekly: rules.map(({ memberId, weekday, fromMinute, untilMinute }) => ({
      member: memberId,
      weekday,
      fromMinute,
      untilMinute,
    })),
    exceptions: exceptions.map(({ memberId, onDate, kind, fromMinute, untilMinute }) => ({
      member: memberId,
      date: onDate,
      kind,
      fromMinute,
      untilMinute,
    })),
  }
}
