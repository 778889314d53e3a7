import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { termsInForce } from '#app/domains/federation/terms.server.ts'
import { cancelItems } from '#app/domains/orders/change-state.server.ts'
import { correctBuyer, releaseKey, isSameBuyer } from '#app/domains/orders/correct-order.server.ts'
import { type Item, type Order, orderByCheckout } from '#app/domains/orders/find-order.server.ts'
import { HOLD_MINUTES } from '#app/domains/orders/order.ts'
import {
  type Buyer,
  newOrderIdentity,
  insertOrder,
  type OrderIdentity,
} from '#app/domains/orders/place.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import { canonical } from '#app/kernel/canonical.ts'
import { dueOf } from '#app/kernel/price-line.ts'
import { retryOnConflict } from '#app/kernel/conflict.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { done, type Outcome, type PlainRefusal, refused } from '#app/kernel/outcome.ts'
import { actsOf } from '#app/offerings/registry.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb, touchContent } from '#tenants/scope.server.ts'
import { releaseItems } from './release-lapsed-holds.server.ts'
import {
  type ItemRequest,
  prepareItems,
  prepareReleased,
  type PreparedItem,
  type PricedItem,
  priceItems,
  type ReservedItem,
  reserveItems,
} from './reserve-items.server.ts'
import { splitRuleOf, type SplitRule } from '#app/kernel/split-rule.ts'

/** A customer's order as the form sent it. Its shape was checked; its prices, times and listings were not. */
export type OrderRequest = {
  /** Made with the form. The same form sent again places no second order, and with other answers it changes the first. */
  readonly checkoutKey: string
  readonly items: readonly ItemRequest[]
  readonly buyer: Buyer
  readonly at: Instant
}

/**
 * Places an order, priced by its listings and the charter in force, and reserves what each item needs until the order is
 * paid. When two customers order the last team at the same time, the database refuses the second one; it then gets another
 * team, or the refusal that the time is taken. When it meets others each time, it is refused with the advice to try again.
 *
 * Another request with the same checkout key changes the unpaid order. It corrects the details; when the time or the price
 * differs, it places a new order and releases the old one.
 */
export async function placeOrder(
  tenant: Tenant,
  request: OrderRequest,
): Promise<Outcome<OrderIdentity, PlainRefusal>> {
  if (tenant.state !== 'open') return refused('co-op-not-open')
  return retryOnConflict(() => inTenant(tenant.id, (db) => placeOnce(db, tenant, request)), {
    tries: 4,
    lost: () => refused('try-again'),
  })
}

async function placeOnce(
  db: TenantDb,
  tenant: Tenant,
  request: OrderRequest,
): Promise<Outcome<OrderIdentity, PlainRefusal>> {
  const { at, checkoutKey } = request
  const [found, first, { version, charter }, terms] = await Promise.all([
    orderByCheckout(db, checkoutKey, true),
    prepareItems(db, tenant, request),
    charterInForce(db),
    termsInForce(db, at),
  ])
  const { lapsed } = first
  const before = lapsed.length > 0 ? await orderByCheckout(db, checkoutKey) : found
  const prepared =
    lapsed.length > 0 ? await prepareReleased(db, tenant, { request, lapsed }) : first.prepared
  if (before?.paidAt) return answerForPaid(db, before, request, prepared)
  const priced = priceItems(prepared, { tenant, charter })
  if (!priced.ok) return priced
  if (
    before &&
    isHeld(before, at) &&
    (await sellsTheSame(db, before, priced.value, boundOf(priced.value)))
  ) {
    await correctOrder(db, before, request)
    return done(placedOf(before))
  }
  const reserved = reserveItems(priced.value, before)
  if (!reserved.ok) {
    // The same form, sent twice, may have taken the time.
    const meanwhile = before ? undefined : await orderByCheckout(db, request.checkoutKey)
    return meanwhile ? placeOnce(db, tenant, request) : reserved
  }
  if (before) await releaseCheckout(db, before, at)
  const split = splitRuleOf(charter, terms)
  return done(await writeOrder(db, tenant, { request, items: reserved.value, version, split }))
}

type NewOrder = {
  readonly request: OrderRequest
  readonly items: readonly ReservedItem[]
  readonly version: number
  readonly split: SplitRule
}

async function writeOrder(
  db: TenantDb,
  tenant: Tenant,
  { request: { checkoutKey, buyer, at }, items, version, split }: NewOrder,
): Promise<OrderIdentity> {
  const holdUntil = at.add({ minutes: HOLD_MINUTES })
  const placed = newOrderIdentity()
  await Promise.all([
    insertOrder(db, placed, {
      checkoutKey,
      buyer,
      items: items.map(({ id, listing, request, quote: { lines, bound }, write }) => ({
        id,
        listing,
        choices: request.choices,
        lines,
        bound,
        reserve: () => write(db),
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

const placedOf = ({ id, token, code }: Order): OrderIdentity => ({ id, token, code })

const isHeld = ({ state, holdUntil }: Order, at: Instant) =>
  state === 'placed' && holdUntil !== null && holdUntil.epochMilliseconds > at.epochMilliseconds

/** Returns what the items may cost together. */
const boundOf = (items: readonly PricedItem[]) =>
  items.reduce((sum, { quote }) => sum + dueOf(quote).minor, 0n)

/**
 * Says whether an order has the requested items of the same listings, with the same choices and this total. A listing
 * that is not on sale any more is not compared.
 */
async function sellsTheSame(
  db: TenantDb,
  order: Order,
  items: readonly PreparedItem[],
  total = order.totalMinor,
): Promise<boolean> {
  if (total !== order.totalMinor) return false
  return eachMatches(order, items, async (item, { listing, request }) => {
    const { kind, choices, details } = request
    if (listing && listing.id !== item.listingId) return false
    if (item.kind !== kind || canonical(item.choices) !== canonical(choices)) return false
    return actsOf(kind).isSame(db, item, details)
  })
}

/** Answers a request whose order is paid already. The same request finds its order, and a different one is refused. */
async function answerForPaid(
  db: TenantDb,
  order: Order,
  request: OrderRequest,
  prepared: readonly PreparedItem[],
): Promise<Outcome<OrderIdentity, 'order-paid'>> {
  const same =
    (await sellsTheSame(db, order, prepared)) &&
    (await isSameBuyer(db, order, request.buyer)) &&
    (await eachMatches(order, request.items, (item, { kind, details }) =>
      actsOf(kind).saysSame(db, item, details),
    ))
  return same ? done(placedOf(order)) : refused('order-paid')
}

/** Says whether each item of an order matches the requested item at its position. */
async function eachMatches<Requested>(
  order: Order,
  requests: readonly Requested[],
  matches: (item: Item, request: Requested) => Promise<boolean>,
): Promise<boolean> {
  if (order.items.length !== requests.length) return false
  for (const [position, item] of order.items.entries()) {
    const request = requests[position]
    if (!request || !(await matches(item, request))) return false
  }
  return true
}

/** Corrects the customer and the details of each item of an unpaid order. */
async function correctOrder(db: TenantDb, order: Order, { buyer, items, at }: OrderRequest) {
  await correctBuyer(db, order, { buyer, at })
  for (const [position, item] of order.items.entries())
    await actsOf(item.kind).correct(db, item, items[position]?.details)
}

/** Cancels an unpaid order for another one of the same checkout. It releases what the order held, and the checkout key. */
async function releaseCheckout(db: TenantDb, order: Order, at: Instant): Promise<void> {
  if (order.state !== 'cancelled') {
    await cancelItems(db, order, order.items, { by: 'customer', reason: '', at })
    await releaseItems(
      db,
      order.items.filter(({ state }) => state === 'placed'),
    )
  }
  await releaseKey(db, order)
}
