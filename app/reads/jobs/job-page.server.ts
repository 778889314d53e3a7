import { divideAmongWorkers } from '#app/domains/books/split.ts'
import { membersById } from '#app/domains/members/members.server.ts'
import { HAND_BACK_HOURS, nextStep, opensAt, PHONE_HOURS, stepOf } from '#app/domains/orders/job.ts'
import { bookingsOf } from '#app/domains/orders/bookings.server.ts'
import { customerOf, linesOf, orderById } from '#app/domains/orders/find-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, OrderId } from '#app/kernel/ids.ts'
import { earnersOf } from '#app/domains/orders/earners.server.ts'
import { jobOf } from '#app/rules/orders/job-of.server.ts'
import { factsOf } from '#app/rules/orders/facts.server.ts'
import { partsOf } from '#app/rules/orders/parts-of-order.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'

type JobQuery = { readonly order: OrderId; readonly member: MemberId; readonly at: Instant }

type JobMoment = { readonly isOpen: boolean; readonly hoursAhead: number; readonly at: Instant }
type OwnBooking = Parameters<typeof nextStep>[0]

/** Returns what a member of the team can do now. */
function ownSteps(mine: OwnBooking | undefined, { isOpen, hoursAhead, at }: JobMoment) {
  if (!mine) return { step: null, next: null, opens: null, handBack: false, tooLate: false }
  const notBegun = isOpen && !mine.checkedInAt
  const next = isOpen ? nextStep(mine, at) : null
  const opens = isOpen && next === null ? opensAt(mine) : null
  return {
    step: stepOf(mine),
    next,
    opens: opens && opens.toString(),
    handBack: notBegun && hoursAhead >= HAND_BACK_HOURS,
    tooLate: notBegun && hoursAhead > 0 && hoursAhead < HAND_BACK_HOURS,
  }
}

/**
 * Reads a job as its team sees it. Other members may read it too. Only the team sees the customer's telephone number,
 * from a day before the start until the work is done.
 */
export function readJob(tenant: Tenant, { order: id, member, at }: JobQuery) {
  return inTenant(
    tenant.id,
    async (db) => {
      const order = await orderById(db, id)
      if (!order || order.state === 'placed' || order.state === 'lapsed') return undefined
      const item = (await jobOf(db, order, { member })) ?? order.items[0]
      if (!item) return undefined
      const [team, bookings, lines, customer, parts, { start, end, place, notes }] = [
        await earnersOf(db, item.id),
        await bookingsOf(db, item.id),
        await linesOf(db, item, order),
        await customerOf(db, order),
        await partsOf(db, order, item),
        await factsOf(db, item),
      ]
      const people = await membersById(
        db,
        team.map((earner) => earner.member),
      )
      const bookingOf = (worker: MemberId) => bookings.find(({ memberId }) => memberId === worker)
      const mine = team.find((earner) => earner.member === member)
      const isOpen = item.state === 'paid'
      // A member who checks out first has not earned everything: weights are final when the item is
      // settled.
      const shares = team.length > 0 ? divideAmongWorkers(parts.workers, team) : new Map()
      const hoursAhead = start
        ? (start.epochMilliseconds - at.epochMilliseconds) / 3_600_000
        : Infinity
      return {
        id: order.id,
        code: order.code,
        title: item.title,
        state: item.state === 'settled' ? ('done' as const) : item.state,
        start: start?.toString() ?? null,
        end: end?.toString() ?? null,
        where: place.whole,
        notes,
        customer: customer.name,
        phone: mine && isOpen && hoursAhead <= PHONE_HOURS ? customer.phone : '',
        noPhone: mine && isOpen ? noPhoneReason(customer.phone, hoursAhead) : null,
        lines,
        total: item.finalMinor ?? item.quotedMinor,
        mine: mine
          ? {
              ...ownSteps(bookingOf(member), { isOpen, hoursAhead, at }),
              share: shares.get(member)?.minor ?? 0n,
            }
          : null,
        team: people.map((person) => ({
          id: person.id,
          name: person.displayName,
          photo: person.photoId,
          step: stepOf(bookingOf(person.id) ?? NOT_STARTED),
          share: shares.get(person.id)?.minor ?? 0n,
        })),
        shared: {
          workers: parts.workers.minor,
          coOp: parts.coOp.minor,
          federation: parts.federation.minor,
          card: parts.card.minor,
        },
      }
    },
    { readOnly: true },
  )
}

/** Returns why the team sees no telephone number: the customer gave none, or it is shown later. */
function noPhoneReason(phone: string, hoursAhead: number): 'none' | 'later' | null {
  if (!phone) return 'none'
  return hoursAhead > PHONE_HOURS ? 'later' : null
}

const NOT_STARTED = { acceptedAt: null, checkedInAt: null, checkedOutAt: null }
