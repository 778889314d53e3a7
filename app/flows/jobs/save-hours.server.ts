import {
  addException,
  type NewException,
  removeException,
} from '#app/domains/jobs/exceptions.server.ts'
import { type Hours, setWeeklyHours } from '#app/domains/jobs/weekly-hours.server.ts'
import { recordActivity } from '#app/domains/members/activity.server.ts'
import { denialOf } from '#app/domains/members/actor.server.ts'
import { renewFeed, setTakesJobs, weekVersion } from '#app/domains/members/feed.server.ts'
import {
  mayEditHoursOfOthers,
  mayEditOwnHours,
  type RightsRefusal,
} from '#app/domains/members/may.ts'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, TenantId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import { inTenant, touchContent } from '#tenants/scope.server.ts'

type WeekEdit = {
  readonly member: MemberId
  readonly week: readonly Hours[]
  readonly works: boolean
  /** The version that the edit was written from. */
  readonly version: number
  readonly by: Actor<MemberId>
  readonly at: Instant
}

type HoursEdit = { readonly member: MemberId; readonly by: { readonly id: MemberId } }

/** Gives the right that an edit of hours needs: every member may edit their own, and a steward those of others. */
const rightToEdit = ({ member, by }: HoursEdit) =>
  member === by.id ? mayEditOwnHours : mayEditHoursOfOthers

/** Saves a member's weekly hours and whether the member takes jobs. It does not change existing bookings. */
export function saveWeek(
  tenant: TenantId,
  { member, week, works, version, by, at }: WeekEdit,
): Promise<Outcome<null, 'edit-conflict' | RightsRefusal>> {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, by.id, rightToEdit({ member, by }))
    if (denial) return denial
    if ((await weekVersion(db, member)) !== version) return refused('edit-conflict')
    await recordActivity(db, { act: 'hours-kept', actor: by.name, member: by.id, at })
    await setWeeklyHours(db, member, week)
    await setTakesJobs(db, member, works)
    await touchContent(db, tenant)
    return done(null)
  })
}

/**
 * Records hours of a date in which a member is off or works more. It refuses both in the same hours, and a member who is
 * not of this co-op.
 */
export function recordException(
  tenant: TenantId,
  { by, ...exception }: NewException & HoursEdit,
): Promise<Outcome<null, 'date-is-off' | 'date-is-extra' | 'not-found' | RightsRefusal>> {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, by.id, rightToEdit({ member: exception.member, by }))
    if (denial) return denial
    if ((await weekVersion(db, exception.member)) === undefined) return refused('not-found')
    const added = await addException(db, exception)
    if (added.ok) await touchContent(db, tenant)
    return added
  })
}

/** Deletes a recorded exception from a member's hours. */
export function deleteException(
  tenant: TenantId,
  { member, by, id }: HoursEdit & { readonly id: string },
): Promise<Outcome<null, RightsRefusal>> {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, by.id, rightToEdit({ member, by }))
    if (denial) return denial
    await removeException(db, member, id)
    await touchContent(db, tenant)
    return done(null)
  })
}

/** Replaces the secret address of a member's calendar. */
export function renewCalendar(
  tenant: TenantId,
  member: MemberId,
): Promise<Outcome<null, RightsRefusal>> {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, member, mayEditOwnHours)
    if (denial) return denial
    await renewFeed(db, member)
    return done(null)
  })
}
