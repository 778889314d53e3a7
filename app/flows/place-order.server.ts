import { charterInForce } from '#app/domains/charter/in-force.server.ts'
import { termsInForce } from '#app/domains/federation/terms.server.ts'
import { publishedListing } from '#app/domains/listings/find-listing.server.ts'
import {
  quoteVisit,
  type VisitChoices,
  type VisitRefusal,
} from '#app/domains/listings/kinds/visit.ts'
import { HOLD_MINUTES } from '#app/domains/orders/order.ts'
import {
  type Buyer,
  newPlaced,
  place,
  type Placed,
  placedBefore,
} from '#app/domains/orders/place.server.ts'
import { promiseJob } from '#app/domains/queue/promise-job.server.ts'
import { isConflict } from '#app/kernel/conflict.ts'
import type { Instant } from '#app/kernel/clock.ts'
import { done, type Outcome, refused } from '#app/kernel/outcome.ts'
import type { Address } from '#db/schema/orders.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb, touchContent } from '#tenants/scope.server.ts'
import { chooseTeam, type TeamRefusal, weekOf } from './free-team.server.ts'
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
  | TeamRefusal
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
  const [week, before, listing, { version, charter }, terms] = await Promise.all([
    weekOf(db, tenant, asked),
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
  const { teamSize } = listing.fields
  const team = chooseTeam(week, tenant, { during, teamSize, at: asked.at })
  if (!team.ok) return team
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
    promiseJob(
      db,
      { task: 'release-holds', payload: { tenant: tenant.id } },
      { runAt: holdUntil.add({ seconds: 1 }), key: `holds:${placed.id}` },
    ),
  ])
  return done(placed)
}
