import { eq } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import { activities, storefronts } from '#db/schema/membership.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type { MemberId } from '#app/kernel/ids.ts'

export type Storefront = Omit<typeof storefronts.$inferInsert, 'tenantId' | 'updatedAt'>

/** Writes what the co-op says of itself to the street. */
export async function writeStorefront(db: TenantDb, words: Storefront, at: Instant): Promise<void> {
  const row = { ...words, updatedAt: at }
  await db
    .insert(storefronts)
    .values({ tenantId: db.tenant, ...row })
    .onConflictDoUpdate({ target: storefronts.tenantId, set: row })
}

export async function storefrontOf(db: TenantDb) {
  const [storefront] = await db
    .select()
    .from(storefronts)
    .where(eq(storefronts.tenantId, db.tenant))
  if (!storefront) throw new Error('A co-op without its storefront.')
  return storefront
}

type Act = {
  readonly act: string
  readonly actor: string
  readonly member?: MemberId
  readonly detail?: Record<string, unknown>
  readonly at: Instant
}

/** Notes in the co-op's own log what was done, for its members to read. */
export async function noteActivity(
  db: TenantDb,
  { act, actor, member, detail, at }: Act,
): Promise<void> {
  await db.insert(activities).values({
    tenantId: db.tenant,
    id: crypto.randomUUID(),
    at,
    memberId: member ?? null,
    actorName: actor,
    act,
    detail: detail ?? {},
  })
}
