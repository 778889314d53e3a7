import type { Charter } from '#app/domains/charter/clauses.ts'
import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { termsInForce } from '#app/domains/federation/terms.server.ts'
import { type Listing, publishedListing } from '#app/domains/offerings/find-listing.server.ts'
import type { BusyTime } from '#app/domains/orders/busy.server.ts'
import { cancelItems } from '#app/domains/orders/change-state.server.ts'
import { correctBuyer, releaseKey, isSameBuyer } from '#app/domains/orders/correct-order.server.ts'
import { type Item, type Order, orderByCheckout } from '#app/domains/orders/find-order.server.ts'
import { HOLD_MINUTES, type SplitTerms } from '#app/domains/orders/order.ts'
import {
  type Buyer,
  newOrderIdentity,
  insertOrder,
  type OrderIdentity,
} from '#app/domains/orders/place.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import { canonical } from '#app/kernel/canonical.ts'
import { retryOnConflict } from '#app/kernel/conflict.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { type ItemId, newId } from '#app/kernel/ids.ts'
import { done, type Outcome, type Refusal, refused } from '#app/kernel/outcome.ts'
import type { Quote, Reservation, Wish } from '#app/offerings/kind.ts'
import {
  type ActRefusal,
  actsOf,
  kindOf,
  type QuoteRefusal,
} from '#app/offerings/registry.server.ts'
import { meetsFloor } from '#app/rules/offerings/hourly-pay.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb, touchContent } from '#tenants/scope.server.ts'

/** What a customer decided, all of it: the form's answers, read and checked for form, not yet for truth. */
export type OrderAsked = {
  /** Made with the form; the same form sent twice places one order, and sent otherwise it changes that one. */
  readonly checkoutKey: string
  readonly items: readonly ItemAsked[]
  readonly buyer: Buyer
  readonly at: Instant
}

/** One listing of what is asked for. Choices and details are its kind's own. */
type ItemAsked = {
  readonly listing: string
  readonly kind: string
  readonly choices: unknown
  readonly details: unknown
}

export type PlaceRefusal =
  | QuoteRefusal
  | ActRefusal
  | 'listing-not-found'
  | 'listing-is-sample'
  | 'co-op-not-open'
  | 'order-paid'
  | 'pays-below-floor'

/**
 * Places an order: priced by its listings and the charter of this moment, with what each item needs reserved until it
 * is paid for. Two customers who want the last team in the same moment cannot both have it: the database refuses the
 * second, who is then offered another team, or told that the time is taken.
 *
 * A customer who comes back with the same checkout and other answers means the same booking: until it is paid, its
 * details are put right, and where its time or price is another, the new one is held and the old one released.
 */
export async function placeOrder(
  tenant: Tenant,
  asked: OrderAsked,
): Promise<Outcome<OrderIdentity, PlaceRefusal>> {
  if (tenant.state !== 'open') return refused('co-op-not-open')
  return retryOnConflict(() => inTenant(tenant.id, (db) => placeOnce(db, tenant, asked)), {
    tries: 4,
    lost: () => refused('slot-taken'),
  })
}

/** An item as it was found: what it takes to reserve it, and its listing, if that is on sale. */
type Found = {
  readonly asked: ItemAsked
  readonly listing: Listing | undefined
  readonly reserve: (wish: Wish) => Outcome<Reservation, PlaceRefusal>
}
type Priced = Found & { readonly listing: Listing; readonly quote: Quote }
type Reserved = Priced & Pick<Reservation, 'write'> & { readonly id: ItemId }

async function find(
  db: TenantDb,
  tenant: Tenant,
  { asked, at }: { readonly asked: ItemAsked; readonly at: Instant },
): Promise<Found> {
  const [{ reserve }, listing] = await Promise.all([
    actsOf(asked.kind).prepare(db, tenant, { listing: asked.listing, details: asked.details, at }),
    publishedListing(db, asked.listing),
  ])
  return { asked, listing, reserve }
}

/** What is asked for, priced by the charter in force: unless it is not on sale, or would pay too little. */
function price(
  found: Found,
  { tenant, charter }: { readonly tenant: Tenant; readonly charter: Charter },
): Outcome<Priced, PlaceRefusal> {
  const { listing, asked } = found
  if (listing?.kind !== asked.kind) return refused('listing-not-found')
  if (listing.sample) return refused('listing-is-sample')
  const quote = kindOf(asked.kind).offer(listing.fields).quote(asked.choices, tenant.currency)
  if (!quote.ok) return quote
  if (!meetsFloor(quote.value, charter)) return refused('pays-below-floor')
  return done({ ...found, listing, quote: quote.value })
}

/** What each item needs, so that it can be written; what the order before it holds does not stand in its way. */
function reserve(
  items: readonly Priced[],
  before: Order | undefined,
): Outcome<readonly Reserved[], PlaceRefusal> {
  const without = before?.items.map(({ id }) => id) ?? []
  const reserved: Reserved[] = []
  const beside: BusyTime[] = []
  for (const item of items) {
    const { listing, asked, quote } = item
    const id = newId<ItemId>()
    const { choices } = asked
    const found = item.reserve({
      item: id,
      choices,
      fields: listing.fields,
      quote,
      without,
      beside,
    })
    if (!found.ok) return found
    reserved.push({ ...item, id, write: found.value.write })
    beside.push(...found.value.takes)
  }
  return done(reserved)
}

async function placeOnce(
  db: TenantDb,
  tenant: Tenant,
  asked: OrderAsked,
): Promise<Outcome<OrderIdentity, PlaceRefusal>> {
  const { at } = asked
  const [before, found, { version, charter }, terms] = await Promise.all([
    orderByCheckout(db, asked.checkoutKey, true),
    Promise.all(asked.items.map((item) => find(db, tenant, { asked: item, at }))),
    charterInForce(db),
    termsInForce(db, at),
  ])
  if (before?.paidAt) return paidBefore(db, before, asked)
  const priced = allDone(found.map((item) => price(item, { tenant, charter })))
  if (!priced.ok) return priced
  if (before && isHeld(before, at) && (await sellsTheSame(db, before, asked, priced.value))) {
    await correct(db, before, asked)
    return done(known(before))
  }
  const reserved = reserve(priced.value, before)
  if (!reserved.ok) {
    // Whoever took the place may have been this very form, sent twice.
    const meanwhile = before ? undefined : await orderByCheckout(db, asked.checkoutKey)
    return meanwhile ? placeOnce(db, tenant, asked) : reserved
  }
  if (before) await releaseCheckout(db, before, at)
  const split = { workersBp: charter.split.workersBp, federationBp: terms.feeBp }
  return done(await write(db, tenant, { asked, items: reserved.value, version, split }))
}

type Writing = {
  readonly asked: OrderAsked
  readonly items: readonly Reserved[]
  readonly version: number
  readonly split: SplitTerms
}

async function write(
  db: TenantDb,
  tenant: Tenant,
  { asked: { checkoutKey, buyer, at }, items, version, split }: Writing,
): Promise<OrderIdentity> {
  const holdUntil = at.add({ minutes: HOLD_MINUTES })
  const placed = newOrderIdentity()
  await Promise.all([
    insertOrder(db, placed, {
      checkoutKey,
      buyer,
      items: items.map(({ id, listing, asked, quote: { lines, bound }, write: reserving }) => ({
        id,
        listing,
        choices: asked.choices,
        lines,
        bound,
        reserve: () => reserving(db),
      })),
      currency: tenant.currency,
      charterVersion: version,
      split,
      at,
      holdUntil,
    }),
    touchContent(db, tenant.id),
    promiseTask(
      db,
      { task: 'release-holds', payload: { tenant: tenant.id } },
      { runAt: holdUntil.add({ seconds: 1 }), key: `holds:${placed.id}` },
    ),
  ])
  return placed
}

/** All values, or the first refusal. */
function allDone<Value, Why extends Refusal>(
  outcomes: readonly Outcome<Value, Why>[],
): Outcome<readonly Value[], Why> {
  const values: Value[] = []
  for (const outcome of outcomes) {
    if (!outcome.ok) return outcome
    values.push(outcome.value)
  }
  return done(values)
}

const known = ({ id, token, code }: Order): OrderIdentity => ({ id, token, code })

const isHeld = ({ state, holdUntil }: Order, at: Instant) =>
  state === 'placed' && holdUntil !== null && holdUntil.epochMilliseconds > at.epochMilliseconds

/** Whether an order is for what is asked now: the same of each kind, chosen alike, for the same money. */
async function sellsTheSame(
  db: TenantDb,
  order: Order,
  { items }: OrderAsked,
  priced?: readonly Priced[],
): Promise<boolean> {
  const total = priced?.reduce((sum, { quote }) => sum + (quote.bound ?? quote.total).minor, 0n)
  if (total !== undefined && total !== order.totalMinor) return false
  return eachMatches(order, items, async (item, { kind, choices, details }) => {
    if (item.kind !== kind || canonical(item.choices) !== canonical(choices)) return false
    return actsOf(kind).isSame(db, item, details)
  })
}

/** What is paid is not changed by a form that comes late: one that says the same finds its order, another is told. */
async function paidBefore(
  db: TenantDb,
  order: Order,
  asked: OrderAsked,
): Promise<Outcome<OrderIdentity, 'order-paid'>> {
  const same =
    (await sellsTheSame(db, order, asked)) &&
    (await isSameBuyer(db, order, asked.buyer)) &&
    (await eachMatches(order, asked.items, (item, { kind, details }) =>
      actsOf(kind).saysSame(db, item, details),
    ))
  return same ? done(known(order)) : refused('order-paid')
}

async function eachMatches(
  order: Order,
  asked: readonly ItemAsked[],
  matches: (item: Item, asked: ItemAsked) => Promise<boolean>,
): Promise<boolean> {
  if (order.items.length !== asked.length) return false
  for (const [place, item] of order.items.entries()) {
    const wanted = asked[place]
    if (!wanted || !(await matches(item, wanted))) return false
  }
  return true
}

/** Puts right what an unpaid order says of its customer and of each item. */
async function correct(db: TenantDb, order: Order, { buyer, items, at }: OrderAsked) {
  await correctBuyer(db, order, { buyer, at })
  for (const [place, item] of order.items.entries())
    await actsOf(item.kind).correct(db, item, items[place]?.details)
}

/** An unpaid order gives way to another of the same checkout: it is off, what it held is free, and the key is the other's. */
async function releaseCheckout(db: TenantDb, order: Order, at: Instant): Promise<void> {
  if (order.state !== 'cancelled') {
    await cancelItems(db, order, order.items, { by: 'customer', reason: '', at })
    for (const item of order.items) await actsOf(item.kind).release(db, item)
  }
  await releaseKey(db, order)
}
