import { desc, eq } from 'drizzle-orm'
import {
  REQUEST_DAYS,
  type Door,
  doorsOf,
  isRetracted,
} from '#app/domains/federation/doors.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { supportDoors, tenants } from '#db/schema/federation.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inFederation, inTenant } from '#tenants/scope.server.ts'

/** Returns a door as both sides read it. A door whose time is over is closed, even before its row says so. */
function doorOnPage(door: Door, at: Instant) {
  const { id, adminName, reason, minutes, state, requestedAt, answeredBy, answeredAt, expiresAt } =
    door
  const expired = expiresAt !== null && expiresAt.epochMilliseconds <= at.epochMilliseconds
  const requestExpired =
    requestedAt.add({ hours: 24 * REQUEST_DAYS }).epochMilliseconds < at.epochMilliseconds
  return {
    id,
    admin: adminName,
    reason,
    minutes,
    state: isRetracted(door)
      ? ('withdrawn' as const)
      : state === 'open' && expired
        ? ('closed' as const)
        : state === 'requested' && requestExpired
          ? ('refused' as const)
          : state,
    requestedAt: requestedAt.toString(),
    answeredAt: answeredAt?.toString() ?? null,
    answeredBy,
    expiresAt: expiresAt?.toString() ?? null,
  }
}

/** Reads a co-op's support doors for its members. */
export function readOwnDoors(tenant: Tenant, at: Instant) {
  return inTenant(
    tenant.id,
    async (db) => (await doorsOf(db)).map((door) => doorOnPage(door, at)),
    {
      readOnly: true,
    },
  )
}

/** Reads the latest hundred support doors of the federation, and the co-ops that can be asked for one. */
export function readDoors(at: Instant) {
  return inFederation(
    async (db) => {
      const rows = await db
        .select({ door: supportDoors, slug: tenants.slug, coOp: tenants.name })
        .from(supportDoors)
        .innerJoin(tenants, eq(tenants.id, supportDoors.tenantId))
        .orderBy(desc(supportDoors.requestedAt), desc(supportDoors.id))
        .limit(100)
      const coOps = await db
        .select({ slug: tenants.slug, name: tenants.name })
        .from(tenants)
        .orderBy(tenants.name)
      return {
        doors: rows.map(({ door, slug, coOp }) => ({
          ...doorOnPage(door, at),
          adminId: door.adminId,
          slug,
          coOp,
        })),
        coOps,
      }
    },
    { readOnly: true },
  )
}
