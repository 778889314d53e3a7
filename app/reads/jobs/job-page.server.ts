import { amongWorkers } from '#app/domains/books/split.ts'
import { membersById } from '#app/domains/members/members.server.ts'
import { HAND_BACK_HOURS, nextStep, opensAt, PHONE_HOURS, stepOf } from '#app/domains/orders/job.ts'
import {
  bookingsOf,
  customerOf,
  linesOf,
  orderById,
} from '#app/domains/orders/find-order.server.ts'
import { partsOf, workersOf } from '#app/rules/orders/parts-of-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { MemberId, OrderId } from '#app/kernel/ids.ts'
import type { Address } from '#db/schema/orders.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant } from '#tenants/scope.server.ts'

type JobQuery = { readonly order: OrderId; readonly member: MemberId; readonly at: Instant }

type ReturnPoint = { readonly going: boolean; readonly hoursAhead: number; readonly at: Instant }
type Part = Parameters<typeof nextStep>[0]

/** What somebody of the team can do about their part now. */
function ownPart(mine: Part, { going, hoursAhead, at }: ReturnPoint) {
  const ahead = going && !mine.checkedInAt
  const next = going ? nextStep(mine, at) : null
  const opens = going && next === null ? opensAt(mine) : null
  return {
    step: stepOf(mine),
    next,
    opens: opens && opens.toString(),
    handBack: ahead && hoursAhead >= HAND_BACK_HOURS,
    tooLate: ahead && hoursAhead > 0 && hoursAhead < HAND_BACK_HOURS,
  }
}

/**
 * A job as its team sees it. Others of the co-op may look too; the customer's telephone number is for the team alone,
 * from a day before until the work is done.
 */
export function readJob(tenant: Tenant, { order: id, member, at }: JobQuery) {
  return inTenant(
    tenant.id,
    async (db) => {
      const order = await orderById(db, id)
      if (!order || order.state === 'placed' || order.state === 'lapsed') return undefined
      const [team, lines, customer, parts] = [
        await bookingsOf(db, id),
        await linesOf(db, order),
        await customerOf(db, order),
        await partsOf(db, order),
      ]
      const people = await membersById(
        db,
        team.map(({ memberId }) => memberId),
      )
      const mine = team.find(({ memberId }) => memberId === member)
      const going = order.state === 'paid'
      // Who is done before the others has not earned it all: until the last is done, it is shared as if all stay alike.
      const weights = going
        ? team.map(({ memberId }) => ({ member: memberId, weight: 1n }))
        : workersOf(team)
      const shares = team.length > 0 ? amongWorkers(parts.workers, weights) : new Map()
      const hoursAhead = order.startsAt
        ? (order.startsAt.epochMilliseconds - at.epochMilliseconds) / 3_600_000
        : Infinity
      return {
        id: order.id,
        code: order.code,
        title: order.title,
        state: order.state,
        start: order.startsAt?.toString() ?? null,
        end: order.endsAt?.toString() ?? null,
        where: whereOf(order.address),
        notes: order.notes,
        customer: customer.name,
        phone: mine && going && hoursAhead <= PHONE_HOURS ? customer.phone : '',
        noPhone: mine && going ? whyNoPhone(customer.phone, hoursAhead) : null,
        lines,
        total: order.totalMinor,
        mine: mine
          ? { ...ownPart(mine, { going, hoursAhead, at }), share: shares.get(member)?.minor ?? 0n }
          : null,
        team: people.map((person) => ({
          id: person.id,
          name: person.displayName,
          photo: person.photoId,
          step: stepOf(team.find(({ memberId }) => memberId === person.id) ?? NOBODY),
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

function whereOf(address: Address | null): string {
  return [address?.line1, address?.line2, address?.city, address?.postcode]
    .filter(Boolean)
    .join(', ')
}

/** Why a team sees no telephone number: none was given, or it is shown from a day before. */
function whyNoPhone(phone: string, hoursAhead: number): 'none' | 'later' | null {
  if (!phone) return 'none'
  return hoursAhead > PHONE_HOURS ? 'later' : null
}

const NOBODY = { acceptedAt: null, checkedInAt: null, checkedOutAt: null }
