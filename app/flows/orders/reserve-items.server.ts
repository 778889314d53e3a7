import type { Charter } from '#app/domains/charter/clauses.ts'
import { type Listing, publishedListing } from '#app/domains/offerings/find-listing.server.ts'
import type { BusyTime } from '#app/domains/orders/busy.server.ts'
import { expireOrders } from '#app/domains/orders/expire-orders.server.ts'
import type { Item, Order } from '#app/domains/orders/find-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { type ItemId, newId } from '#app/kernel/ids.ts'
import { done, type Outcome, type PlainRefusal, refused } from '#app/kernel/outcome.ts'
import type { Quote, Reservation, Wish } from '#app/offerings/kind.ts'
import { actsOf, kindOf } from '#app/offerings/registry.server.ts'
import { meetsFloor } from '#app/rules/offerings/hourly-pay.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { advisoryLocks, type TenantDb } from '#tenants/scope.server.ts'
import { releaseItems } from './release-lapsed-holds.server.ts'

/** One requested listing. The kind defines the shape of its choices and details. */
export type ItemRequest = {
  readonly listing: string
  readonly kind: string
  readonly choices: unknown
  readonly details: unknown
}

/** A requested item with its listing, if that is published, and the function that reserves what the item needs. */
export type PreparedItem = {
  readonly request: ItemRequest
  readonly listing: Listing | undefined
  readonly reserve: (wish: Wish) => Outcome<Reservation, PlainRefusal>
}
export type PricedItem = PreparedItem & { readonly listing: Listing; readonly quote: Quote }
export type ReservedItem = PricedItem & Pick<Reservation, 'write'> & { readonly id: ItemId }

type RequestedItems = { readonly items: readonly ItemRequest[]; readonly at: Instant }

/**
 * Waits for its turn at everything that the items need, expires unpaid orders, and prepares the items, all in one round
 * trip. When orders have lapsed, what they reserved still counts: see {@link prepareReleased}.
 */
export async function prepareItems(
  db: TenantDb,
  tenant: Tenant,
  { items, at }: RequestedItems,
): Promise<{ readonly lapsed: readonly Item[]; readonly prepared: readonly PreparedItem[] }> {
  const locks = items.flatMap((item) => actsOf(item.kind).locks(tenant, { ...item, at }))
  const [, lapsed, prepared] = await Promise.all([
    advisoryLocks(db, locks),
    expireOrders(db, at),
    prepareAll(db, tenant, { items, at }),
  ])
  return { lapsed, prepared }
}

type AfterLapse = { readonly request: RequestedItems; readonly lapsed: readonly Item[] }

/** Releases what lapsed items reserved, and prepares the requested items again. */
export async function prepareReleased(
  db: TenantDb,
  tenant: Tenant,
  { request, lapsed }: AfterLapse,
): Promise<readonly PreparedItem[]> {
  await releaseItems(db, lapsed)
  return prepareAll(db, tenant, request)
}

const prepareAll = (db: TenantDb, tenant: Tenant, { items, at }: RequestedItems) =>
  Promise.all(items.map((item) => prepareItem(db, tenant, { request: item, at })))

async function prepareItem(
  db: TenantDb,
  tenant: Tenant,
  { request, at }: { readonly request: ItemRequest; readonly at: Instant },
): Promise<PreparedItem> {
  const { kind, listing: slug } = request
  const [{ reserve }, listing] = await Promise.all([
    actsOf(kind).prepare(db, tenant, { ...request, at }),
    publishedListing(db, slug),
  ])
  return { request, listing, reserve }
}

type PriceTerms = { readonly tenant: Tenant; readonly charter: Charter }

/** Prices the items, or returns the first refusal. */
export function priceItems(
  items: readonly PreparedItem[],
  terms: PriceTerms,
): Outcome<readonly PricedItem[], PlainRefusal> {
  const priced: PricedItem[] = []
  for (const item of items) {
    const outcome = priceItem(item, terms)
    if (!outcome.ok) return outcome
    priced.push(outcome.value)
  }
  return done(priced)
}

/** Prices an item. It refuses a listing that is not on sale, and a price below the floor of the charter in force. */
function priceItem(
  prepared: PreparedItem,
  { tenant, charter }: PriceTerms,
): Outcome<PricedItem, PlainRefusal> {
  const { listing, request } = prepared
  if (listing?.kind !== request.kind) return refused('listing-not-found')
  if (listing.sample) return refused('listing-is-sample')
  const quote = kindOf(request.kind).offer(listing.fields).quote(request.choices, tenant.currency)
  if (!quote.ok) return quote
  if (!meetsFloor(quote.value, charter)) return refused('pays-below-floor')
  return done({ ...prepared, listing, quote: quote.value })
}

/**
 * Finds what each item needs. What the order before it holds counts as free, and what an item before it in the order
 * takes does not.
 */
export function reserveItems(
  items: readonly PricedItem[],
  before: Order | undefined,
): Outcome<readonly ReservedItem[], PlainRefusal> {
  const without = before?.items.map(({ id }) => id) ?? []
  const reserved: ReservedItem[] = []
  const beside: BusyTime[] = []
  const own: { readonly kind: string; readonly taken: unknown }[] = []
  for (const item of items) {
    const { listing, request, quote } = item
    const id = newId<ItemId>()
    const { choices } = request
    const reservation = item.reserve({
      item: id,
      choices,
      fields: listing.fields,
      quote,
      without,
      beside,
      besideOwn: own.filter(({ kind }) => kind === request.kind).map(({ taken }) => taken),
    })
    if (!reservation.ok) return reservation
    reserved.push({ ...item, id, write: reservation.value.write })
    beside.push(...reservation.value.takes)
    own.push({ kind: request.kind, taken: reservation.value.own })
  }
  return done(reserved)
}
