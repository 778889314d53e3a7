import { eq } from 'drizzle-orm'
import { profileOf } from '#app/domains/members/profile.server.ts'
import { recentActivities } from '#app/domains/members/activity.server.ts'
import { storefrontOf } from '#app/domains/storefront/storefront.server.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { activityDetail } from '#app/rules/federation/activity-about.ts'
import { tenants } from '#db/schema/federation.ts'
import { inTenant } from '#tenants/scope.server.ts'

/** Reads the latest hundred entries of the co-op's own log, for its members. */
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
        ...activityDetail(detail),
      }))
    },
    { readOnly: true },
  )
}

/**
 * Reads the co-op's storefront and branding for editing, with their versions. Each version is read before its content,
 * so that content newer than its version is shown once more before it is overwritten.
 */
export function readOwnStorefront(tenant: Tenant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const { updatedAt: _, tenantId: __, version, ...words } = await storefrontOf(db)
      const [look] = await db
        .select({
          name: tenants.name,
          tagline: tenants.tagline,
          trade: tenants.trade,
          city: tenants.city,
          timeZone: tenants.timeZone,
          colour: tenants.colour,
          colour2: tenants.colour2,
          logoKey: tenants.logoKey,
          coloursVersion: tenants.coloursVersion,
        })
        .from(tenants)
        .where(eq(tenants.id, db.tenant))
      if (!look) throw new Error('A co-op that is in no directory.')
      return { words, look, version }
    },
    { readOnly: true },
  )
}

export function readOwnProfile(tenant: Tenant, member: MemberId) {
  return inTenant(tenant.id, (db) => profileOf(db, member), { readOnly: true })
}
