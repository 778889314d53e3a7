import type { Item } from '#app/domains/orders/find-order.server.ts'
import type { ItemId } from '#app/kernel/ids.ts'
import type { Facts } from '#app/offerings/kind.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** The facts of an item without a time and a place. */
export const NO_FACTS: Facts = {
  start: null,
  end: null,
  place: { short: '', whole: '' },
  notes: '',
  changes: 0,
  own: null,
}

export type ItemRef = Pick<Item, 'id' | 'kind'>

/** Returns the facts of one item for pages that show it. */
export async function factsOf(db: TenantDb, item: ItemRef | undefined): Promise<Facts> {
  return (item && (await factsOfAll(db, [item])).get(item.id)) ?? NO_FACTS
}

/** Returns the facts of several items with one query for each kind. Every item has an entry. */
export async function factsOfAll(
  db: TenantDb,
  items: readonly ItemRef[],
): Promise<ReadonlyMap<ItemId, Facts>> {
  const results = await Promise.all(
    [...groupByKind(items)].map(([kind, ids]) => actsOf(kind).facts(db, ids)),
  )
  const facts = new Map<ItemId, Facts>(items.map(({ id }) => [id, NO_FACTS]))
  for (const result of results) for (const [id, itemFacts] of result) facts.set(id, itemFacts)
  return facts
}

/** Returns the ids of items by their kind. */
export function groupByKind(items: readonly ItemRef[]): ReadonlyMap<string, readonly ItemId[]> {
  const byKind = new Map<string, ItemId[]>()
  for (const { id, kind } of items) byKind.set(kind, [...(byKind.get(kind) ?? []), id])
  return byKind
}
