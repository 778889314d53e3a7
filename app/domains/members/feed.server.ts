import { randomBytes } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { MemberId } from '#app/kernel/ids.ts'
import { members } from '#db/schema/members.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** The member whose calendar a secret address shows, while they belong. */
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

/** Gives a member's calendar a new secret address; the old one shows nothing any more. */
export async function renewFeed(db: TenantDb, member: MemberId): Promise<void> {
  await db
    .update(members)
    .set({ feedToken: randomBytes(24).toString('base64url') })
    .where(and(eq(members.tenantId, db.tenant), eq(members.id, member)))
}

/** The version of a member's working week, held until the transaction ends. */
export async function weekVersion(db: TenantDb, member: MemberId): Promise<number | undefined> {
  const [row] = await db
    .select({ version: members.weekVersion })
    .from(members)
    .where(and(eq(members.tenantId, db.tenant), eq(members.id, member)))
    .for('update')
  return row?.version
}

/** Whether a member takes jobs now, with the next version of their week. */
export async function setWorks(db: TenantDb, member: MemberId, works: boolean): Promise<void> {
  await db
    .update(members)
    .set({ works, weekVersion: sql`${members.weekVersion} + 1` })
    .where(and(eq(members.tenantId, db.tenant), eq(members.id, member)))
}
