import { desc, eq } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import { type EntryId, newId, type MemberId } from '#app/kernel/ids.ts'
import { activities } from '#db/schema/members.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** The acts of a co-op's own log. Each has a sentence in every language. */
const ACTIVITY_ACTS = [
  'co-op-founded',
  'member-invited',
  'invitation-withdrawn',
  'member-joined',
  'charter-ratified',
  'doors-opened',
  'co-op-suspended',
  'co-op-restored',
  'listing-added',
  'listing-changed',
  'listing-priced',
  'listing-published',
  'listing-withdrawn',
  'listing-withheld',
  'samples-removed',
  'hours-kept',
  'job-handed-back',
  'storefront-changed',
  'colours-changed',
  'logo-changed',
  'checklist-dismissed',
  'proposal-raised',
  'charter-changed',
  'charter-reverted',
  'door-asked',
  'door-withdrawn',
  'door-opened',
  'door-refused',
  'door-closed',
  'door-looked',
  'delegate-named',
  'delegate-removed',
] as const
export type ActivityAct = (typeof ACTIVITY_ACTS)[number]

type Activity = {
  readonly act: ActivityAct
  readonly actor: string
  readonly member?: MemberId
  readonly detail?: Record<string, unknown>
  readonly at: Instant
}

/** Records an act in the co-op's own log, which its members read. Entries are never removed. */
export async function recordActivity(
  db: TenantDb,
  { act, actor, member, detail, at }: Activity,
): Promise<void> {
  await db.insert(activities).values({
    tenantId: db.tenant,
    id: newId<EntryId>(),
    at,
    memberId: member ?? null,
    actorName: actor,
    act,
    detail: detail ?? {},
  })
}

/**
 * Returns the co-op's log, the latest first. @throws RangeError for a word that is no act, because only acts are
 * written.
 */
export async function recentActivities(db: TenantDb, limit: number) {
  const rows = await db
    .select()
    .from(activities)
    .where(eq(activities.tenantId, db.tenant))
    .orderBy(desc(activities.at), desc(activities.id))
    .limit(limit)
  return rows.map((row) => ({ ...row, act: readAct(row.act) }))
}

function readAct(word: string): ActivityAct {
  const act = ACTIVITY_ACTS.find((known) => known === word)
  if (!act) throw new RangeError(`A co-op's log has no act ${word}.`)
  return act
}
