import type { Charter } from '#app/domains/charter/clauses.ts'
import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { termsInForce } from '#app/domains/federation/terms.server.ts'
import { type Listing, publishedListing } from '#app/domains/offerings/find-listing.server.ts'
import {
  quoteVisit,
  type VisitChoices,
  type VisitQuote,
  type VisitRefusal,
} from '#app/domains/offerings/kinds/visit.ts'
import {
  correct,
  releaseCheckout,
  hasSameDetails,
} from '#app/domains/orders/correct-order.server.ts'
import { type Order, orderByCheckout } from '#app/domains/orders/find-order.server.ts'
import { HOLD_MINUTES } from '#app/domains/orders/order.ts'
import { type Buyer, newPlaced, place, type Placed } from '#app/domains/orders/place.server.ts'
import { promiseTask } from '#app/queue/promise-job.server.ts'
import { canonical } from '#app/kernel/canonical.ts'
import { retryOnConflict } from '#app/kernel/conflict.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { Money } from '#app/kernel/money.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Address } from '#db/schema/orders.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb, touchContent } from '#tenants/scope.server.ts'
import { chooseTeam, lockWeek } from '#app/flows/jobs/free-team.server.ts'
import { type SlotRefusal } from '#app/rules/jobs/open-slot.server.ts'
import { meetsFloor } from '#app/rules/offerings/hourly-pay.ts'

/** What a customer decided, all of it: the form's answers, read and checked for form, not yet for truth. */
export type OrderAsked = {
  /** Made with the form; the same form sent twice places one order, and sent otherwise it changes that one. */
  readonly checkoutKey: string
  readonly listing: string
  readonly choices: VisitChoices
  readonly start: Instant
  readonly buyer: Buyer
  readonly address: Address
  readonly notes: string
  readonly at: Instant
}

export type PlaceRefusal =
  | VisitRefusal
  | SlotRefusal
  | 'listing-not-found'
  | 'listing-is-sample'
  | 'co-op-not-open'
  | 'order-paid'
  | 'pays-below-floor'

/**
 * Places an order: priced by the listing and the charter of this moment, with a team whose time is held until it is
 * paid for. Two customers who want the last team in the same moment cannot both have it: the database refuses the
 * second, who is then offered another team, or told that the time is taken.
 *
 * A customer who comes back with the same checkout and other answers means the same booking: until it is paid, its
 * details are put right, and where its time or price is another, the new one is held and the old one let go.
 */
export async function placeOrder(
  tenant: Tenant,
  asked: OrderAsked,
): Promise<Outcome<Placed, PlaceRefusal>> {
  if (tenant.state !== 'open') return refused('co-op-not-open')
  return retryOnConflict(() => inTenant(tenant.id, (db) => placeOnce(db, tenant, asked)), {
    tries: 4,
    lost: () => refused('slot-taken'),
  })
}

/** What is asked for, priced by the charter in force: unless it is not on sale, or would pay too little. */
function priceOf(
  listing: Listing | undefined,
  { choices }: OrderAsked,
  { tenant, charter }: { readonly tenant: Tenant; readonly charter: Charter },
): Outcome<{ readonly listing: Listing; readonly quote: VisitQuote }, PlaceRefusal> {
  if (!listing) return refused('listing-not-found')
  if (listing.sample) return refused('listing-is-sample')
  const quote = quoteVisit(listing.fields, choices, tenant.currency)
  if (!quote.ok) return quote
  if (!meetsFloor(quote.value, charter)) return refused('pays-below-floor')
  return done({ listing, quote: quote.value })
}

async function placeOnce(
  db: TenantDb,
  tenant: Tenant,
  asked: OrderAsked,
): Promise<Outcome<Placed, PlaceRefusal>> {
  const [before, week, offered, { version, charter }, terms] = await Promise.all([
    orderByCheckout(db, asked.checkoutKey, true),
    lockWeek(db, tenant, asked),
    publishedListing(db, asked.listing),
    charterInForce(db),
    termsInForce(db, asked.at),
  ])
  if (before?.paidAt) return paidBefore(db, before, asked)
  const priced = priceOf(offered, asked, { tenant, charter })
  if (!priced.ok) return priced
  const { listing, quote } = priced.value
  const { lines, total, workMinutes, stayMinutes } = quote
  if (before && isHeld(before, asked.at) && sellsTheSame(before, asked, total)) {
    await correct(db, before, asked)
    return done(known(before))
  }
  const during = { from: asked.start, until: asked.start.add({ minutes: stayMinutes }) }
  const { teamSize } = listing.fields
  const visit = { at: asked.at, during, teamSize, without: before?.id }
  const team = chooseTeam(week, tenant, visit)
  if (!team.ok) {
    // Whoever took the time may have been this very form, sent twice.
    const meanwhile = before ? undefined : await orderByCheckout(db, asked.checkoutKey)
    return meanwhile ? placeOnce(db, tenant, asked) : team
  }
  if (before) await releaseCheckout(db, before, asked.at)
  const holdUntil = asked.at.add({ minutes: HOLD_MINUTES })
  const placed = newPlaced()
  await Promise.all([
    place(db, placed, {
      ...asked,
      listing,
      lines,
      totalMinor: total.minor,
      currency: tenant.currency,
      workMinutes,
      charterVersion: version,
      split: { workersBp: charter.split.workersBp, federationBp: terms.feeBp },
      team: team.value,
      during,
      holdUntil,
    }),
    touchContent(db, tenant.id),
    promiseTask(
      db,
      { task: 'release-holds', payload: { tenant: tenant.id } },
      { runAt: holdUntil.add({ seconds: 1 }), key: `holds:${placed.id}` },
    ),
  ])
  return done(placed)
}

const known = ({ id, token, code }: Order): Placed => ({ id, token, code })

const isHeld = ({ state, holdUntil }: Order, at: Instant) =>
  state === 'placed' && holdUntil !== null && holdUntil.epochMilliseconds > at.epochMilliseconds

/** Whether an order is for what is asked now: the same choices at the same time, for the same money. */
function sellsTheSame(order: Order, { choices, start }: OrderAsked, total?: Money): boolean {
  return (
    order.startsAt?.epochMilliseconds === start.epochMilliseconds &&
    canonical(order.choices) === canonical(choices) &&
    (total === undefined || order.totalMinor === total.minor)
  )
}

/** What is paid is not changed by a form that comes late: one that says the same finds its order, another is told. */
async function paidBefore(
  db: TenantDb,
  order: Order,
  asked: OrderAsked,
): Promise<Outcome<Placed, 'order-paid'>> {
  const same = sellsTheSame(order, asked) && (await hasSameDetails(db, order, asked))
  return same ? done(known(order)) : refused('order-paid')
}
