import { randomBytes } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { MemberId } from '#app/kernel/ids.ts'
import { members } from '#db/schema/members.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** Returns the active member whose calendar has this secret address. */
export async function memberByFeed(
  db: TenantDb,
  token: string,
): Promise<{ id: MemberId; name: string } | undefined> {
  const [member] = await db
    .select({ id: members.id, name: members.displayName })
    .from(members)
    .where(
      and(
        eq(members.tenantId, db.tenant),
        eq(members.feedToken, token),
        eq(members.state, 'active'),
      ),
    )
  return member
}

/** Gives a member's calendar a new secret address. The old address shows nothing any longer. */
export async function renewFeed(db: TenantDb, member: MemberId): Promise<void> {
  await db
    .update(members)
    .set({ feedToken: randomBytes(24).toString('base64url') })
    .where(and(eq(members.tenantId, db.tenant), eq(members.id, member)))
}

/** Returns the version of a member's working week, locked until the transaction ends. */
export async function weekVersion(db: TenantDb, member: MemberId): Promise<number | undefined> {
  const [row] = await db
    .select({ version: members.weekVersion })
    .from(members)
    .where(and(eq(members.tenantId, db.tenant), eq(members.id, member)))
    .for('update')
  return row?.version
}

/** Sets whether a member takes jobs, and increases the version of their week. */
export async function setTakesJobs(db: TenantDb, member: MemberId, works: boolean): Promise<void> {
  await db
    .update(members)
    .set({ works, weekVersion: sql`${members.weekVersion} + 1` })
    .where(and(eq(members.tenantId, db.tenant), eq(members.id, member)))
}
