import { sql } from 'drizzle-orm'
import type { FederationDb } from '#tenants/scope.server.ts'

/** How many jobs wait that should be done by now, and for how many seconds the oldest has. */
export type QueueState = { readonly dueJobs: number; readonly oldestSeconds: number }

export async function queueState(db: FederationDb): Promise<QueueState> {
  const [row] = await db.execute<{ due_jobs: string; oldest_seconds: number }>(
    sql`select due_jobs, oldest_seconds from app.queue_state()`,
  )
  return { dueJobs: Number(row?.due_jobs ?? 0), oldestSeconds: Number(row?.oldest_seconds ?? 0) }
}
