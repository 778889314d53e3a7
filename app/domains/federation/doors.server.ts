import { and, desc, eq, gt, lte, sql } from 'drizzle-orm'
import type { Actor } from '#app/kernel/actor.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { type DoorId, newId, type PersonId, type TenantId } from '#app/kernel/ids.ts'
import { repeatSince } from '#app/kernel/repeat.ts'
import { supportDoors } from '#db/schema/federation.ts'
import { type FederationDb, advisoryLock, type TenantDb } from '#tenants/scope.server.ts'

export type Door = typeof supportDoors.$inferSelect

/** How long a request waits for an answer, in days. */
export const ASKED_DAYS = 7

export type NewDoor = {
  readonly tenant: TenantId
  readonly admin: Actor<PersonId>
  readonly reason: string
  /** How long it is to stay open once it is opened, in minutes. */
  readonly minutes: number
  readonly at: Instant
}

/** The door that the same admin asked for a moment ago, for the same reason, and that nobody has answered yet. */
export async function justAsked(
  db: FederationDb,
  { tenant, admin, reason, minutes, at }: NewDoor,
): Promise<DoorId | undefined> {
  await advisoryLock(db, `doors:${tenant}`)
  const [same] = await db
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
  return same?.id
}

/** Asks a co-op to let somebody of the federation look in. Nothing is open by that. */
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

export type Answer = {
  readonly door: DoorId
  readonly tenant: TenantId
  readonly open: boolean
  readonly by: string
  readonly at: Instant
}

/** It is asked for, and not too old to be answered. */
const waits = (at: Instant) =>
  and(
    eq(supportDoors.state, 'requested'),
    gt(supportDoors.requestedAt, at.subtract({ hours: 24 * ASKED_DAYS })),
  )

/** Answers a request, once: of two who answer at the same moment one is heard. Undefined when there is none to answer. */
export async function answerDoor(
  db: FederationDb,
  { door, tenant, open, by, at }: Answer,
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
    .where(and(eq(supportDoors.id, door), eq(supportDoors.tenantId, tenant), waits(at)))
    .returning()
  return answered
}

/** Whether nobody has answered a request, and its admin took it back: it was shut without ever being open. */
export const isRetracted = ({ state, answeredAt }: Pick<Door, 'state' | 'answeredAt'>) =>
  state === 'closed' && answeredAt === null

/** Takes a request back that the same admin made; undefined when it was answered already, or is too old. */
export async function retractDoor(
  db: FederationDb,
  door: DoorId,
  { admin, at }: { readonly admin: PersonId; readonly at: Instant },
): Promise<Door | undefined> {
  const [back] = await db
    .update(supportDoors)
    .set({ state: 'closed', closedAt: at })
    .where(and(eq(supportDoors.id, door), eq(supportDoors.adminId, admin), waits(at)))
    .returning()
  return back
}

/** Shuts an open door; undefined when it was shut already. With `expired`, only one whose time is over. */
export async function closeDoor(
  db: FederationDb,
  door: DoorId,
  { at, expired }: { readonly at: Instant; readonly expired?: boolean },
): Promise<Door | undefined> {
  const [shut] = await db
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
  return shut
}

/** The door an admin may look through now: theirs, open, its time not over by the database's own clock either. */
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
  const [found] = await db.select().from(supportDoors).where(eq(supportDoors.id, door))
  return found
}

/** A co-op's doors, the latest first. */
export function doorsOf(db: TenantDb): Promise<Door[]> {
  return db
    .select()
    .from(supportDoors)
    .where(eq(supportDoors.tenantId, db.tenant))
    .orderBy(desc(supportDoors.requestedAt))
    .limit(50)
}
