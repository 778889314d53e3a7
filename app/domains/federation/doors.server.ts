import { and, desc, eq, gt, lte, sql } from 'drizzle-orm'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { type DoorId, newId, type PersonId, type TenantId } from '#app/kernel/ids.ts'
import { repeatSince } from '#app/kernel/repeat.ts'
import { supportDoors } from '#db/schema/federation.ts'
import { type FederationDb, advisoryLock, type TenantDb } from '#tenants/scope.server.ts'

export type Door = typeof supportDoors.$inferSelect

/** How long a request can be answered, in days. */
export const REQUEST_DAYS = 7

export type NewDoor = {
  readonly tenant: TenantId
  readonly admin: Actor<PersonId>
  readonly reason: string
  /** How long the door stays open once it is opened, in minutes. */
  readonly minutes: number
  readonly at: Instant
}

/** Returns the request that the same admin made a moment ago for the same reason, if nobody has answered it yet. */
export async function findRepeatedRequest(
  db: FederationDb,
  { tenant, admin, reason, minutes, at }: NewDoor,
): Promise<DoorId | undefined> {
  await advisoryLock(db, `doors:${tenant}`)
  const [repeated] = await db
    .select({ id: supportDoors.id })
    .from(supportDoors)
    .where(
      and(
        eq(supportDoors.tenantId, tenant),
        eq(supportDoors.adminId, admin.id),
        eq(supportDoors.reason, reason),
        eq(supportDoors.minutes, minutes),
        eq(supportDoors.state, 'requested'),
        gt(supportDoors.requestedAt, repeatSince(at)),
      ),
    )
  return repeated?.id
}

/** Records the request of an admin to see a co-op. The request opens nothing. */
export async function requestDoor(
  db: FederationDb,
  { tenant, admin, reason, minutes, at }: NewDoor,
): Promise<DoorId> {
  const id = newId<DoorId>()
  await db.insert(supportDoors).values({
    id,
    tenantId: tenant,
    adminId: admin.id,
    adminName: admin.name,
    reason,
    minutes,
    requestedAt: at,
  })
  return id
}

export type DoorAnswer = {
  readonly door: DoorId
  readonly tenant: TenantId
  readonly open: boolean
  readonly by: string
  readonly at: Instant
}

/** Returns the condition of a request that is open and not too old to be answered. */
const isAnswerable = (at: Instant) =>
  and(
    eq(supportDoors.state, 'requested'),
    gt(supportDoors.requestedAt, at.subtract({ hours: 24 * REQUEST_DAYS })),
  )

/**
 * Answers a request once: the first of two simultaneous answers counts. Returns undefined when there is no request to
 * answer.
 */
export async function answerDoor(
  db: FederationDb,
  { door, tenant, open, by, at }: DoorAnswer,
): Promise<Door | undefined> {
  const [answered] = await db
    .update(supportDoors)
    .set({
      state: open ? 'open' : 'refused',
      answeredAt: at,
      answeredBy: by,
      ...(open
        ? { expiresAt: sql`${at.toString()}::timestamptz + make_interval(mins => minutes)` }
        : {}),
    })
    .where(and(eq(supportDoors.id, door), eq(supportDoors.tenantId, tenant), isAnswerable(at)))
    .returning()
  return answered
}

/** Returns whether the admin took the request back before it was answered, so that the door was never open. */
export const isRetracted = ({ state, answeredAt }: Pick<Door, 'state' | 'answeredAt'>) =>
  state === 'closed' && answeredAt === null

/** Takes back a request of the same admin. Returns undefined when it was answered already or is too old. */
export async function retractDoor(
  db: FederationDb,
  door: DoorId,
  { admin, at }: { readonly admin: PersonId; readonly at: Instant },
): Promise<Door | undefined> {
  const [retracted] = await db
    .update(supportDoors)
    .set({ state: 'closed', closedAt: at })
    .where(and(eq(supportDoors.id, door), eq(supportDoors.adminId, admin), isAnswerable(at)))
    .returning()
  return retracted
}

/**
 * Closes an open door. Returns undefined when it was closed already. With `expired`, closes it only when its time is
 * over.
 */
export async function closeDoor(
  db: FederationDb,
  door: DoorId,
  { at, expired }: { readonly at: Instant; readonly expired?: boolean },
): Promise<Door | undefined> {
  const [closed] = await db
    .update(supportDoors)
    .set({ state: 'closed', closedAt: at })
    .where(
      and(
        eq(supportDoors.id, door),
        eq(supportDoors.state, 'open'),
        expired ? lte(supportDoors.expiresAt, at) : undefined,
      ),
    )
    .returning()
  return closed
}

/** Returns the open door of an admin while its time is not over, also by the database's own clock. */
export async function openDoorFor(
  db: FederationDb,
  door: DoorId,
  { admin, at }: { readonly admin: PersonId; readonly at: Instant },
): Promise<Door | undefined> {
  const [open] = await db
    .select()
    .from(supportDoors)
    .where(
      and(
        eq(supportDoors.id, door),
        eq(supportDoors.adminId, admin),
        eq(supportDoors.state, 'open'),
        gt(supportDoors.expiresAt, at),
        gt(supportDoors.expiresAt, sql`now()`),
      ),
    )
    .for('share')
  return open
}

export async function doorById(db: FederationDb, door: DoorId): Promise<Door | undefined> {
  const [row] = await db.select().from(supportDoors).where(eq(supportDoors.id, door))
  return row
}

/** Returns a co-op's doors, the latest first, at most 50. */
export function doorsOf(db: TenantDb): Promise<Door[]> {
  return db
    .select()
    .from(supportDoors)
    .where(eq(supportDoors.tenantId, db.tenant))
    .orderBy(desc(supportDoors.requestedAt), desc(supportDoors.id))
    .limit(50)
}
