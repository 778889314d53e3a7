import { and, count, eq, inArray } from 'drizzle-orm'
import type { ActivityAct } from '#app/domains/members/activity.server.ts'
import { EMPTY_DRAFT } from '#app/domains/founding/draft.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { listingPhotos, listings } from '#db/schema/offerings.ts'
import { activities, invitations, members } from '#db/schema/members.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** The first steps of a new co-op, in their usual order. */
const FIRST_STEPS = ['charter', 'words', 'colours', 'listing', 'photo', 'hours', 'people'] as const
export type FirstStep = (typeof FIRST_STEPS)[number]

const NEW_DAYS = 60

/**
 * Returns the checklist of a new co-op with the finished steps; null when the co-op is older, has finished the list or
 * dismissed it.
 */
export async function checklistOf(
  db: TenantDb,
  tenant: Tenant,
  { member, at }: { readonly member: MemberId; readonly at: Instant },
): Promise<readonly { step: FirstStep; done: boolean }[] | null> {
  const since = tenant.openedAt ?? tenant.createdAt
  const isNew = at.subtract({ hours: 24 * NEW_DAYS }).epochMilliseconds < since.epochMilliseconds
  if (!isNew || tenant.state === 'suspended') return null
  const acts = await actsOf(db)
  if (acts.has('checklist-dismissed')) return null
  const [listing, photo, people, invited] = await Promise.all([
    hasRows(db, listings, and(eq(listings.sample, false), eq(listings.state, 'published'))),
    hasRows(db, listingPhotos),
    countRows(db, members),
    hasRows(db, invitations),
  ])
  const done: Record<FirstStep, boolean> = {
    charter: tenant.state !== 'founding' || acts.has(`charter-ratified:${member}`),
    words: acts.has('storefront-changed'),
    colours: !hasDefaultColours(tenant) || acts.has('colours-changed') || acts.has('logo-changed'),
    listing,
    photo,
    hours: acts.has('hours-kept'),
    people: people > 1 || invited,
  }
  const list = FIRST_STEPS.map((step) => ({ step, done: done[step] }))
  return list.every((item) => item.done) ? null : list
}

/** Returns whether a co-op still has the default colours of the founding form. */
const hasDefaultColours = ({ colour, colour2 }: Tenant) =>
  colour === EMPTY_DRAFT.colour && colour2 === EMPTY_DRAFT.colour2

const CHECKED_ACTS = [
  'checklist-dismissed',
  'charter-ratified',
  'storefront-changed',
  'colours-changed',
  'logo-changed',
  'hours-kept',
] as const satisfies readonly ActivityAct[]

async function actsOf(db: TenantDb): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectDistinct({ act: activities.act, member: activities.memberId })
    .from(activities)
    .where(and(eq(activities.tenantId, db.tenant), inArray(activities.act, CHECKED_ACTS)))
  return new Set(rows.flatMap(({ act, member }) => [act, `${act}:${member}`]))
}

type CountedTable = typeof listings | typeof listingPhotos | typeof members | typeof invitations

async function countRows(
  db: TenantDb,
  table: CountedTable,
  where?: ReturnType<typeof eq>,
): Promise<number> {
  const [row] = await db
    .select({ rows: count() })
    .from(table)
    .where(and(eq(table.tenantId, db.tenant), where))
  return row?.rows ?? 0
}

async function hasRows(
  db: TenantDb,
  table: CountedTable,
  where?: ReturnType<typeof eq>,
): Promise<boolean> {
  return (await countRows(db, table, where)) > 0
}
