import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId } from '#app/kernel/ids.ts'
import type { NextStep, Progress, Work } from '#app/offerings/kind.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import { groupByKind, type ItemRef } from './facts.server.ts'

/** Returns how far the work of several items has come, with one query for each kind. */
export async function workOfAll(
  db: TenantDb,
  items: readonly ItemRef[],
): Promise<ReadonlyMap<ItemId, Work>> {
  const results = await Promise.all(
    [...groupByKind(items)].map(([kind, ids]) => actsOf(kind).work(db, ids)),
  )
  return new Map(results.flatMap((result) => [...result]))
}

/** Returns a worker's next step if it is possible at a moment. */
export function possibleStep(worker: Progress | undefined, at: Instant): NextStep | null {
  const next = worker?.next ?? null
  const opensAt = next?.opensAt
  return opensAt && at.epochMilliseconds < opensAt.epochMilliseconds ? null : next
}
