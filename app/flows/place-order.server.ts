import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { termsInForce } from '#app/domains/federation/terms.server.ts'
import { openSlots, type Slot } from '#app/domains/listings/availability.ts'
import { workingHours } from '#app/domains/listings/calendar.server.ts'
import { publishedListing } from '#app/domains/listings/find-listing.server.ts'
import {
  quoteVisit,
  type VisitChoices,
  type VisitRefusal,
} from '#app/domains/listings/kinds/visit.ts'
import { workingMembers } from '#app/domains/membership/working.server.ts'
import { busyBetween } from '#app/domains/orders/busy.server.ts'
import { correct, giveWay, saysAlready } from '#app/domains/orders/correct.server.ts'
import { type Order, orderByCheckout } from '#app/domains/orders/find-order.server.ts'
import { HOLD_MINUTES, HORIZON_DAYS, NOTICE_HOURS } from '#app/domains/orders/order.ts'
import { type Buyer, place, type Placed } from '#app/domains/orders/place.server.ts'
import { releaseHolds } from '#app/domains/orders/release-holds.server.ts'
import { promiseJob } from '#app/domains/queue/promise-job.server.ts'
import { canonical } from '#app/kernel/canonical.ts'
import { isConflict } from '#app/kernel/conflict.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, OrderId } from '#app/kernel/ids.ts'
import type { Money } from '#app/kernel/money.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Address } from '#db/schema/orders.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, takeTurn, type TenantDb, touchContent } from '#tenants/scope.server.ts'
import { keepsFloor } from './hourly-pay.ts'

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
  | 'co-op-not-open'
  | 'order-paid'
  | 'pays-below-floor'

export type SlotRefusal = 'slot-taken' | 'slot-not-offered' | 'slot-too-soon' | 'slot-too-far'

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
  for (let tries = 0; tries < 4; tries += 1) {
    try {
      return await inTenant(tenant.id, (db) => placeOnce(db, tenant, asked))
    } catch (fault) {
      if (!isConflict(fault)) throw fault
    }
  }
  return refused('slot-taken')
}

async function placeOnce(
  db: TenantDb,
  tenant: Tenant,
  asked: OrderAsked,
): Promise<Outcome<Placed, PlaceRefusal>> {
  const [before, listing, { version, charter }, terms] = await Promise.all([
    orderByCheckout(db, asked.checkoutKey, true),
    publishedListing(db, asked.listing),
    charterInForce(db),
    termsInForce(db, asked.at),
  ])
  if (before?.paidAt) return paidBefore(db, before, asked)
  if (!listing) return refused('listing-not-found')
  const quote = quoteVisit(listing.fields, asked.choices, tenant.currency)
  if (!quote.ok) return quote
  if (!keepsFloor(quote.value, charter)) return refused('pays-below-floor')

  const { lines, total, workMinutes, stayMinutes } = quote.value
  if (before && isHeld(before, asked.at) && sellsTheSame(before, asked, total)) {
    await correct(db, before, asked)
    return done(known(before))
  }
  const during = { from: asked.start, until: asked.start.add({ minutes: stayMinutes }) }
  const visit = { at: asked.at, during, teamSize: listing.fields.teamSize, without: before?.id }
  const team = await freeTeam(db, tenant, visit)
  if (!team.ok) {
    // Whoever took the time may have been this very form, sent twice.
    const meanwhile = before ? undefined : await orderByCheckout(db, asked.checkoutKey)
    return meanwhile ? placeOnce(db, tenant, asked) : team
  }
  if (before) await giveWay(db, before, asked.at)
  const holdUntil = asked.at.add({ minutes: HOLD_MINUTES })
  const placed = await place(db, {
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
  })
  await Promise.all([
    touchContent(db, tenant.id),
    promiseJob(
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
  const same = sellsTheSame(order, asked) && (await saysAlready(db, order, asked))
  return same ? done(known(order)) : refused('order-paid')
}

type Visit = Pick<OrderAsked, 'at'> & {
  readonly during: { readonly from: Instant; readonly until: Instant }
  readonly teamSize: number
  /** The order whose own hold does not stand in its way. */
  readonly without?: OrderId | undefined
}

/** A team that works then and is not taken, chosen by least work in hand that week, then by id. */
export async function freeTeam(
  db: TenantDb,
  tenant: Tenant,
  visit: Visit,
): Promise<Outcome<MemberId[], SlotRefusal>> {
  await takeTurn(db, dayOf(visit, tenant))
  await releaseHolds(db, visit.at)
  const found = await openSlot(db, tenant, visit)
  if (!found.ok) return found
  const { slot, busy } = found.value
  const load = (member: MemberId) => busy.filter((taken) => taken.member === member).length
  return done(
    slot.free
      .toSorted((one, other) => load(one) - load(other) || (one < other ? -1 : 1))
      .slice(0, visit.teamSize),
  )
}

/** The start a customer wants, when a team can come then; or why it cannot. */
export async function openSlot(
  db: TenantDb,
  tenant: Tenant,
  { at, during, teamSize, without }: Visit,
): Promise<Outcome<{ slot: Slot; busy: Awaited<ReturnType<typeof busyBetween>> }, SlotRefusal>> {
  const notBefore = at.add({ hours: NOTICE_HOURS })
  if (during.from.epochMilliseconds < notBefore.epochMilliseconds) return refused('slot-too-soon')
  const notAfter = at.add({ hours: HORIZON_DAYS * 24 })
  if (during.from.epochMilliseconds > notAfter.epochMilliseconds) return refused('slot-too-far')
  const day = dayOf({ during }, tenant)
  const week = { from: during.from.subtract({ hours: 84 }), until: during.from.add({ hours: 84 }) }
  const [hours, working, busy] = await Promise.all([
    workingHours(db, day, day),
    workingMembers(db),
    busyBetween(db, { ...week, without }),
  ])
  const stayMinutes = Math.round(
    (during.until.epochMilliseconds - during.from.epochMilliseconds) / 60_000,
  )
  const slots = openSlots(
    {
      timeZone: tenant.timeZone,
      weekly: hours.weekly.filter(({ member }) => working.has(member)),
      exceptions: hours.exceptions.filter(({ member }) => working.has(member)),
      busy,
    },
    { days: [day], teamSize, stayMinutes, notBefore },
  )
  const slot = slots.find(({ start }) => start.epochMilliseconds === during.from.epochMilliseconds)
  if (!slot) return refused('slot-not-offered')
  return slot.open ? done({ slot, busy }) : refused('slot-taken')
}

const dayOf = ({ during }: Pick<Visit, 'during'>, { timeZone }: Tenant) =>
  during.from.toZonedDateTimeISO(timeZone).toPlainDate().toString()
