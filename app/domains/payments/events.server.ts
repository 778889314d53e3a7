import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import type { Instant } from '#app/kernel/clock.ts'
import { processorEvents } from '#db/schema/payments.ts'
import type { FederationDb } from '#tenants/scope.server.ts'

type ProcessorEvent = {
  readonly id: string
  readonly type: string
  readonly account: string | null
  readonly session: string | null
}

/** Saves an event. Returns false when it was saved already, because the processor sends each at least once. */
export async function saveEvent(
  db: FederationDb,
  { id, type, account, session }: ProcessorEvent,
  at: Instant,
): Promise<boolean> {
  const inserted = await db
    .insert(processorEvents)
    .values({ id, type, account, payload: { session }, receivedAt: at })
    .onConflictDoNothing()
    .returning({ id: processorEvents.id })
  return inserted.length === 1
}

export async function eventById(
  db: FederationDb,
  id: string,
): Promise<(ProcessorEvent & { readonly handled: boolean }) | undefined> {
  const [row] = await db.select().from(processorEvents).where(eq(processorEvents.id, id))
  if (!row) return undefined
  const { session } = row.payload as { session: string | null }
  return { id, type: row.type, account: row.account, session, handled: row.handledAt !== null }
}

export async function recordHandled(db: FederationDb, id: string, at: Instant): Promise<void> {
  await db.update(processorEvents).set({ handledAt: at }).where(eq(processorEvents.id, id))
}

/** Returns the oldest events that were received a while ago and never handled. */
export async function unhandledEvents(
  db: FederationDb,
  { at, most }: { at: Instant; most: number },
): Promise<string[]> {
  const rows = await db
    .select({ id: processorEvents.id })
    .from(processorEvents)
    .where(
      and(
        isNull(processorEvents.handledAt),
        lte(processorEvents.receivedAt, at.subtract({ minutes: 1 })),
      ),
    )
    .orderBy(asc(processorEvents.receivedAt), asc(processorEvents.id))
    .limit(most)
  return rows.map(({ id }) => id)
}
