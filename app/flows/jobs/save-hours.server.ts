import {
  addException,
  type NewException,
  removeException,
} from '#app/domains/jobs/exceptions.server.ts'
import { type Hours, setWeeklyHours } from '#app/domains/jobs/weekly-hours.server.ts'
import { recordActivity } from '#app/domains/members/activity.server.ts'
import { renewFeed, setWorks } from '#app/domains/members/feed.server.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, TenantId } from '#app/kernel/ids.ts'
import { inTenant, touchContent } from '#tenants/scope.server.ts'

type Week = {
  readonly member: MemberId
  readonly week: readonly Hours[]
  readonly works: boolean
  readonly by: Actor<MemberId>
  readonly at: Instant
}

/** Writes the hours a member works every week, and whether they take jobs at all. What is booked already stays booked. */
export function saveWeek(tenant: TenantId, { member, week, works, by, at }: Week): Promise<void> {
  return inTenant(tenant, async (db) => {
    await recordActivity(db, { act: 'hours-kept', actor: by.name, member: by.id, at })
    await setWeeklyHours(db, member, week)
    await setWorks(db, member, works)
    await touchContent(db, tenant)
  })
}

/** Notes a date on which a member is off, or works more; not both in the same hours. */
export function recordException(tenant: TenantId, exception: NewException) {
  return inTenant(tenant, async (db) => {
    const noted = await addException(db, exception)
    if (noted.ok) await touchContent(db, tenant)
    return noted
  })
}

export function deleteException(tenant: TenantId, member: MemberId, id: string): Promise<void> {
  return inTenant(tenant, async (db) => {
    await removeException(db, member, id)
    await touchContent(db, tenant)
  })
}

/** Makes a new secret address for a member's calendar. */
export function renewCalendar(tenant: TenantId, member: MemberId): Promise<void> {
  return inTenant(tenant, (db) => renewFeed(db, member))
}
