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

type Week = {
  readonly member: MemberId
  readonly week: readonly Hours[]
  readonly works: boolean
  /** The version that it is written from. */
  readonly version: number
  readonly by: Actor<MemberId>
  readonly at: Instant
}

type Keeping = { readonly member: MemberId; readonly by: { readonly id: MemberId } }

/** Everybody keeps their own hours; those of others, a steward. */
const mayKeep = ({ member, by }: Keeping) =>
  member === by.id ? mayEditOwnHours : mayEditHoursOfOthers

/** Writes the hours a member works every week, and whether they take jobs at all. What is booked already stays booked. */
export function saveWeek(
  tenant: TenantId,
  { member, week, works, version, by, at }: Week,
): Promise<Outcome<null, 'edit-conflict' | RightsRefusal>> {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, by.id, mayKeep({ member, by }))
    if (denial) return denial
    if ((await weekVersion(db, member)) !== version) return refused('edit-conflict')
    await recordActivity(db, { act: 'hours-kept', actor: by.name, member: by.id, at })
    await setWeeklyHours(db, member, week)
    await setTakesJobs(db, member, works)
    await touchContent(db, tenant)
    return done(null)
  })
}

/** Notes a date on which a member is off, or works more; not both in the same hours. */
export function recordException(
  tenant: TenantId,
  { by, ...exception }: NewException & Keeping,
): Promise<Outcome<null, 'date-is-off' | 'date-is-extra' | RightsRefusal>> {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, by.id, mayKeep({ member: exception.member, by }))
    if (denial) return denial
    const noted = await addException(db, exception)
    if (noted.ok) await touchContent(db, tenant)
    return noted
  })
}

export function deleteException(
  tenant: TenantId,
  { member, by, id }: Keeping & { readonly id: string },
): Promise<Outcome<null, RightsRefusal>> {
  return inTenant(tenant, async (db) => {
    const denial = await denialOf(db, by.id, mayKeep({ member, by }))
    if (denial) return denial
    await removeException(db, member, id)
    await touchContent(db, tenant)
    return done(null)
  })
}

/** Makes a new secret address for a member's calendar. */
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
