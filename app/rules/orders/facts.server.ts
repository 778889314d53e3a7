import type { Item } from '#app/domains/orders/find-order.server.ts'
import type { ItemId } from '#app/kernel/ids.ts'
import type { Facts } from '#app/offerings/kind.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/** What there is to say of an item that is at no time and at no place. */
const NOTHING: Facts = {
  start: null,
  end: null,
  place: { short: '', whole: '' },
  notes: '',
  changes: 0,
  own: null,
}

type Known = Pick<Item, 'id' | 'kind'>

/** What there is to say of one item when it is shown. */
export async function factsOf(db: TenantDb, item: Known | undefined): Promise<Facts> {
  return (item && (await factsOfAll(db, [item])).get(item.id)) ?? NOTHING
}

/** The same for several, each kind asked once. Every item has an answer. */
export async function factsOfAll(
  db: TenantDb,
  items: readonly Known[],
): Promise<ReadonlyMap<ItemId, Facts>> {
  const byKind = new Map<string, ItemId[]>()
  for (const { id, kind } of items) byKind.set(kind, [...(byKind.get(kind) ?? []), id])
  const found = await Promise.all([...byKind].map(([kind, ids]) => actsOf(kind).facts(db, ids)))
  const facts = new Map<ItemId, Facts>(items.map(({ id }) => [id, NOTHING]))
  for (const answers of found) for (const [id, said] of answers) facts.set(id, said)
  return facts
}
