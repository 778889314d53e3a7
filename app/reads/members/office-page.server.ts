import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { officeHolders } from '#app/domains/members/members.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { listings } from '#db/schema/offerings.ts'
import { invitations, members } from '#db/schema/members.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'
import { firstPhoto } from '#app/reads/offerings/listings-page.server.ts'

/** Reads the present and former members. */
export function readMembers(tenant: Tenant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const [rows, stewardRows] = await Promise.all([
        db
          .select()
          .from(members)
          .where(eq(members.tenantId, db.tenant))
          .orderBy(asc(members.displayName)),
        officeHolders(db, 'steward'),
      ])
      const stewards = new Set(stewardRows.map(({ id }) => id))
      return rows.map(({ id, displayName, email, about, state, photoId, joinedAt }) => ({
        id,
        name: displayName,
        email,
        about,
        state,
        photo: photoId,
        steward: stewards.has(id),
        joined: joinedAt.toString(),
      }))
    },
    { readOnly: true },
  )
}

/** Reads the invitations that can still be accepted. */
export function readInvitations(tenant: Tenant, at: Instant) {
  return inTenant(
    tenant.id,
    async (db) => {
      const rows = await db
        .select()
        .from(invitations)
        .where(
          and(
            eq(invitations.tenantId, db.tenant),
            isNull(invitations.acceptedAt),
            isNull(invitations.withdrawnAt),
            gt(invitations.expiresAt, at),
          ),
        )
        .orderBy(asc(invitations.email))
      return rows.map(({ id, email, expiresAt }) => ({ id, email, until: expiresAt.toString() }))
    },
    { readOnly: true },
  )
}

export function readOwnListings(tenant: Tenant) {
  return inTenant(
    tenant.id,
    (db) =>
      db
        .select({
          id: listings.id,
          slug: listings.slug,
          title: listings.title,
          photo: firstPhoto(db),
          state: listings.state,
          sample: listings.sample,
          from: listings.fromMinor,
        })
        .from(listings)
        .where(eq(listings.tenantId, db.tenant))
        .orderBy(asc(listings.position)),
    { readOnly: true },
  )
}
