import { profileOf } from '#app/domains/members/profile.server.ts'
import { recentActivities } from '#app/domains/members/activity.server.ts'
import { storefrontOf } from '#app/domains/storefront/storefront.server.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { aboutOf } from '#app/rules/federation/activity-about.ts'
import { inTenant } from '#tenants/scope.server.ts'

/** The co-op's own log for its members, the latest hundred. */
export function readActivities(tenant: Tenant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const rows = await recentActivities(db, 100)
      return rows.map(({ id, at, actorName, act, detail }) => ({
        id,
        at: at.toString(),
        actor: actorName,
        act,
        ...aboutOf(detail),
      }))
    },
    { readOnly: true },
  )
}

/** What the co-op says of itself, to be written anew. */
export function readOwnStorefront(tenant: Tenant) {
  return inTenant(tenant.id, storefrontOf, { readOnly: true })
}

export function readOwnProfile(tenant: Tenant, member: MemberId) {
  return inTenant(tenant.id, (db) => profileOf(db, member), { readOnly: true })
}
