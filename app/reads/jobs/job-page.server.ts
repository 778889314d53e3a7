import { divideAmongWorkers } from '#app/domains/books/split.ts'
import { membersById } from '#app/domains/members/members.server.ts'
import { PHONE_HOURS } from '#app/domains/orders/job.ts'
import { customerOf, linesOf, orderById } from '#app/domains/orders/find-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { ItemId, MemberId, OrderId } from '#app/kernel/ids.ts'
import { earnersOf } from '#app/domains/orders/earners.server.ts'
import { jobOf } from '#app/rules/orders/job-of.server.ts'
import { factsOf } from '#app/rules/orders/facts.server.ts'
import type { Progress } from '#app/offerings/kind.ts'
import { possibleStep, workOfAll } from '#app/rules/orders/work.server.ts'
import { partsOf } from '#app/rules/orders/parts-of-order.server.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import { inTenant, type TenantDb } from '#tenants/scope.server.ts'

type JobQuery = {
  readonly order: OrderId
  /** The item of the order. Without it, it is the one by which the member earns, or the first. */
  readonly item?: ItemId | undefined
  readonly member: MemberId
  readonly at: Instant
}

type JobMoment = { readonly start: Instant | null; readonly at: Instant }

/** Returns what a worker can do now with an open item. */
function ownSteps(own: Progress | undefined, { start, at }: JobMoment) {
  const next = possibleStep(own, at)
  const until = own?.handBackUntil ?? null
  const isPast = (moment: Instant | null) =>
    moment !== null && moment.epochMilliseconds < at.epochMilliseconds
  return {
    next,
    /** The next step, and the moment from which it is possible, when that is still to come. */
    opens: own?.next && !next ? { ...own.next, opensAt: own.next.opensAt?.toString() ?? '' } : null,
    handBack: until !== null && !isPast(until),
    tooLate: isPast(until) && start !== null && !isPast(start),
  }
}

const NOTHING_TO_DO = { next: null, opens: null, handBack: false, tooLate: false }

/**
 * Reads a job as its team sees it. Other members may read it too. Only the team sees the customer's telephone number,
 * from a day before the start until the work is done.
 */
export function readJob(tenant: Tenant, { order: id, item: itemId, member, at }: JobQuery) {
  return inTenant(
    tenant.id,
    async (db) => {
      const { order, item } = await findJob(db, { id, itemId, member })
      if (!order || !item) return undefined
      const [team, { states, workers }, lines, customer, parts, facts] = [
        await earnersOf(db, item.id),
        (await workOfAll(db, [item])).get(item.id) ?? { states: [], workers: [] },
        await linesOf(db, item, order),
        await customerOf(db, order),
        await partsOf(db, order, item),
        await factsOf(db, item),
      ]
      const people = await membersById(
        db,
        team.map((earner) => earner.member),
      )
      const { start, end, place, notes, own } = facts
      const progressOf = (worker: MemberId) => workers.find((one) => one.member === worker)
      const progress = progressOf(member)
      const mine = progress !== undefined || team.some((earner) => earner.member === member)
      const isOpen = item.state === 'paid'
      // A member who checks out first has not earned everything: weights are final when the item is
      // settled.
      const shares = team.length > 0 ? divideAmongWorkers(parts.workers, team) : new Map()
      const hoursAhead = start ? (start.epochMilliseconds - at.epochMilliseconds) / 3_600_000 : 0
      return {
        id: order.id,
        item: item.id,
        kind: item.kind,
        /** What only the kind says of the item. */
        own,
        states,
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
              state: progress?.state ?? null,
              ...(isOpen ? ownSteps(progress, { start, at }) : NOTHING_TO_DO),
              share: shares.get(member)?.minor ?? 0n,
            }
          : null,
        team: people.map((person) => ({
          id: person.id,
          name: person.displayName,
          photo: person.photoId,
          state: progressOf(person.id)?.state ?? null,
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

type Named = {
  readonly id: OrderId
  readonly itemId: ItemId | undefined
  readonly member: MemberId
}

/** Finds a paid order and the item that is asked for. */
async function findJob(db: TenantDb, { id, itemId, member }: Named) {
  const order = await orderById(db, id)
  if (!order || order.state === 'placed' || order.state === 'lapsed') return {}
  const item = itemId
    ? order.items.find((one) => one.id === itemId)
    : ((await jobOf(db, order, { member })) ?? order.items[0])
  return { order, item }
}

/** Returns why the team sees no telephone number: the customer gave none, or it is shown later. */
function noPhoneReason(phone: string, hoursAhead: number): 'none' | 'later' | null {
  if (!phone) return 'none'
  return hoursAhead > PHONE_HOURS ? 'later' : null
}
