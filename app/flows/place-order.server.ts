import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { termsInForce } from '#app/domains/federation/terms.server.ts'
import { openSlots } from '#app/domains/listings/availability.ts'
import { workingHours } from '#app/domains/listings/calendar.server.ts'
import { publishedListing } from '#app/domains/listings/find-listing.server.ts'
import {
  quoteVisit,
  type VisitChoices,
  type VisitRefusal,
} from '#app/domains/listings/kinds/visit.ts'
import { workingMembers } from '#app/domains/membership/working.server.ts'
import { busyBetween } from '#app/domains/orders/busy.server.ts'
import { HOLD_MINUTES, HORIZON_DAYS, NOTICE_HOURS } from '#app/domains/orders/order.ts'
import { type Buyer, place, type Placed, placedBefore } from '#app/domains/orders/place.server.ts'
import { releaseHolds } from '#app/domains/orders/release-holds.server.ts'
import { promiseJob } from '#app/domains/queue/promise-job.server.ts'
import { isConflict } from '#app/kernel/conflict.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId } from '#app/kernel/ids.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Address } from '#db/schema/orders.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, takeTurn, type TenantDb, touchContent } from '#tenants/scope.server.ts'
import { keepsFloor } from './hourly-pay.ts'

/** What a customer decided, all of it: the form's answers, read and checked for form, not yet for truth. */
export type OrderAsked = {
  /** Made with the form; the same form sent twice places one order. */
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
  | 'listing-not-found'
  | 'co-op-not-open'
  | 'slot-taken'
  | 'slot-too-soon'
  | 'slot-too-far'
  | 'pays-below-floor'

/**
 * Places an order: priced by the listing and the charter of this moment, with a team whose time is held until it is
 * paid for. Two customers who want the last team in the same moment cannot both have it: the database refuses the
 * second, who is then offered another team, or told that the time is taken.
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
    placedBefore(db, asked.checkoutKey),
    publishedListing(db, asked.listing),
    charterInForce(db),
    termsInForce(db, asked.at),
  ])
  if (before) return done(before)
  if (!listing) return refused('listing-not-found')
  const quote = quoteVisit(listing.fields, asked.choices, tenant.currency)
  if (!quote.ok) return quote
  if (!keepsFloor(quote.value, charter)) return refused('pays-below-floor')

  const { lines, total, workMinutes, stayMinutes } = quote.value
  const during = { from: asked.start, until: asked.start.add({ minutes: stayMinutes }) }
  const team = await freeTeam(db, tenant, { ...asked, during, teamSize: listing.fields.teamSize })
  if (!team.ok) {
    // Whoever took the time may have been this very form, sent twice.
    const meanwhile = await placedBefore(db, asked.checkoutKey)
    return meanwhile ? done(meanwhile) : team
  }
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

type Visit = Pick<OrderAsked, 'at'> & {
  readonly during: { readonly from: Instant; readonly until: Instant }
  readonly teamSize: number
}

/** A team that works then and is not taken, chosen by least work in hand that week, then by id. */
export async function freeTeam(
  db: TenantDb,
  tenant: Tenant,
  { at, during, teamSize }: Visit,
): Promise<Outcome<MemberId[], 'slot-taken' | 'slot-too-soon' | 'slot-too-far'>> {
  const notBefore = at.add({ hours: NOTICE_HOURS })
  if (during.from.epochMilliseconds < notBefore.epochMilliseconds) return refused('slot-too-soon')
  const notAfter = at.add({ hours: HORIZON_DAYS * 24 })
  if (during.from.epochMilliseconds > notAfter.epochMilliseconds) return refused('slot-too-far')
  const day = during.from.toZonedDateTimeISO(tenant.timeZone).toPlainDate()
  await takeTurn(db, day.toString())
  await releaseHolds(db, at)
  const week = { from: during.from.subtract({ hours: 84 }), until: during.from.add({ hours: 84 }) }
  const [hours, working, busy] = await Promise.all([
    workingHours(db, day.toString(), day.toString()),
    workingMembers(db),
    busyBetween(db, week.from, week.until),
  ])
  const weekly = hours.weekly.filter(({ member }) => working.has(member))
  const stayMinutes = Math.round(
    (during.until.epochMilliseconds - during.from.epochMilliseconds) / 60_000,
  )
  const slots = openSlots(
    {
      timeZone: tenant.timeZone,
      weekly,
      exceptions: hours.exceptions.filter(({ member }) => working.has(member)),
      busy,
    },
    { days: [day.toString()], teamSize, stayMinutes, notBefore },
  )
  const slot = slots.find(
    ({ start, open }) => open && start.epochMilliseconds === during.from.epochMilliseconds,
  )
  if (!slot) return refused('slot-taken')
  const load = (member: MemberId) => busy.filter((taken) => taken.member === member).length
  return done(
    slot.free
      .toSorted((one, other) => load(one) - load(other) || (one < other ? -1 : 1))
      .slice(0, teamSize),
  )
}
