import {
  addException,
  type NewException,
  removeException,
} from '#app/domains/listings/exceptions.server.ts'
import { type Hours, setWeeklyHours } from '#app/domains/listings/write-listing.server.ts'
import { renewFeed, setWorks } from '#app/domains/membership/feed.server.ts'
import type { MemberId, TenantId } from '#app/kernel/ids.ts'
import { inTenant, touchContent } from '#tenants/scope.server.ts'

/** Writes the hours a member works every week, and whether they take jobs at all. What is booked already stays booked. */
export function keepWeek(
  tenant: TenantId,
  { member, week, works }: { member: MemberId; week: readonly Hours[]; works: boolean },
): Promise<void> {
  return inTenant(tenant, async (db) => {
    await setWeeklyHours(db, member, week)
    await setWorks(db, member, works)
    await touchContent(db, tenant)
  })
}

/** Notes a date on which a member is off, or works more. */
export function noteException(tenant: TenantId, exception: NewException): Promise<void> {
  return inTenant(tenant, async (db) => {
    await addException(db, exception)
    await touchContent(db, tenant)
  })
}

export function forgetException(tenant: TenantId, member: MemberId, id: string): Promise<void> {
  return inTenant(tenant, async (db) => {
    await removeException(db, member, id)
    await touchContent(db, tenant)
  })
}

/** Makes a new secret address for a member's calendar. */
export function renewCalendar(tenant: TenantId, member: MemberId): Promise<void> {
  return inTenant(tenant, (db) => renewFeed(db, member))
}
