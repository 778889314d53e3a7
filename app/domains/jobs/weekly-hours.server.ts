import { and, eq } from 'drizzle-orm'
import type { MemberId } from '#app/kernel/ids.ts'
import { availabilityRules } from '#db/schema/jobs.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

export type Hours = {
  readonly weekday: number
  readonly fromMinute: number
  readonly untilMinute: number
}

/** Replaces a member's weekly hours. */
export async function setWeeklyHours(
  db: TenantDb,
  member: MemberId,
  hours: readonly Hours[],
): Promise<void> {
  await db
    .delete(availabilityRules)
    .where(and(eq(availabilityRules.tenantId, db.tenant), eq(availabilityRules.memberId, member)))
  if (hours.length === 0) return
  await db.insert(availabilityRules).values(
    hours.map((span) => ({
      tenantId: db.tenant,
      id: crypto.randomUUID(),
      memberId: member,
      ...span,
    })),
  )
}

/** Monday to Friday, nine to five: the hours of a new member until they change them. */
export const USUAL_WEEK: readonly Hours[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  fromMinute: 540,
  untilMinute: 1020,
}))
