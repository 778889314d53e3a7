import { and, eq, inArray, sql } from 'drizzle-orm'
import { retainedShareBp } from '#app/domains/charter/charter.ts'
import { listingById } from '#app/domains/offerings/find-listing.server.ts'
import type { Item } from '#app/domains/orders/find-order.server.ts'
import { Temporal } from '#app/kernel/clock.ts'
import type { ItemId, MemberId } from '#app/kernel/ids.ts'
import { basisPoints, money } from '#app/kernel/money.ts'
import { done, refused } from '#app/kernel/outcome.ts'
import { listings } from '#db/schema/offerings.ts'
import { orderItems } from '#db/schema/orders.ts'
import type { TenantDb } from '#tenants/scope.server.ts'
import type {
  CancellationRequest,
  Doing,
  Facts,
  KindActs,
  Progress,
  Wish,
  Work,
} from '../../kind.ts'
import { linesOf, type SeatChoices, type SeatFields } from './kind.ts'

export type SeatActRefusal = 'slot-taken' | 'not-your-job' | 'not-done-yet'

/** Seats that an item before it in the same order takes. */
type Taken = { readonly listing: string; readonly choices: unknown }

/** The states of items that occupy seats. */
const OCCUPYING_STATES = ['placed', 'paid', 'settled'] as const

export const acts: KindActs<SeatActRefusal> = {
  locks: (_, { listing }) => [`seats:${listing}`],
  locksOf: async (db, _, { listingId }) => [`seats:${(await listingById(db, listingId))?.slug}`],
  prepare: async (db, _, { listing }) => {
    const sold = await soldItems(db, eq(listings.slug, listing))
    return {
      reserve: ({ fields, choices, without, besideOwn }: Wish) => {
        const beside = (besideOwn as Taken[]).filter((taken) => taken.listing === listing)
        const otherItems = sold.filter(({ id }) => !without.includes(id))
        const freeSeats = (fields as SeatFields).seats - seatsOf(otherItems) - seatsOf(beside)
        if ((choices as SeatChoices).seats > freeSeats) return refused('slot-taken')
        const own: Taken = { listing, choices }
        return done({ takes: [], own, write: async () => {} })
      },
    }
  },
  isSame: async () => true,
  saysSame: async () => true,
  correct: async () => {},
  retake: async (db, _, { item, beside }) => {
    const { seats } = await fieldsOf(db, item)
    const sold = await soldItems(db, eq(listings.id, item.listingId))
    const retaken = beside.filter(
      ({ kind, listingId }) => kind === 'seat' && listingId === item.listingId,
    )
    return (item.choices as SeatChoices).seats <= seats - seatsOf(sold) - seatsOf(retaken)
  },
  confirm: async (db, item) => ({ earners: await teacherOf(db, item), settles: false }),
  release: async () => {},
  cancelling: async (db, item, { by, terms, price, at }: CancellationRequest) => {
    const start = Temporal.Instant.from((await fieldsOf(db, item)).start)
    const hours = start.since(at).total('hours')
    return {
      begun: hours <= 0,
      retained:
        by === 'co-op'
          ? money(0n, price.currency)
          : basisPoints(price, retainedShareBp(terms, hours)),
      freeUntil: start.subtract({ hours: terms.freeHours }),
    }
  },
  work: workOfSeats,
  steps: ['held'],
  step: recordHeld,
  finish: null,
  handBack: null,
  move: null,
  nextFree: async (_, __, { fields, at }) => {
    const start = Temporal.Instant.from((fields as SeatFields).start)
    return Temporal.Instant.compare(start, at) > 0 ? start : null
  },
  facts,
  times: (tenant) => sql`
    select i.id as item_id, (l.fields->>'start')::timestamptz as starts_at,
      (l.fields->>'start')::timestamptz + make_interval(mins => (l.fields->>'minutes')::int) as ends_at, null::numeric as minutes
    from order_items i join listings l on l.tenant_id = ${tenant} and l.id = i.listing_id
    where i.tenant_id = ${tenant} and i.kind = 'seat'`,
}

/** The teacher says once for each item that the workshop was held. */
async function workOfSeats(
  db: TenantDb,
  items: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, Work>> {
  const rows = await taughtItems(db, items)
  return new Map(
    rows.map(({ id, state, teacher, fields }) => {
      const isHeld = state === 'settled'
      const opensAt = Temporal.Instant.from((fields as SeatFields).start)
      const progress: Progress = {
        member: teacher as MemberId,
        state: isHeld ? 'held' : 'planned',
        phase: isHeld ? 'over' : 'ahead',
        next: isHeld ? null : { step: 'held', opensAt, asks: true },
        handBackUntil: null,
      }
      return [id, { states: ['held'], workers: [progress] }]
    }),
  )
}

/** Records that the workshop was held, and what its material cost for each seat. */
async function recordHeld(db: TenantDb, { item, member, said, at }: Doing) {
  const [teacher] = await teacherOf(db, item)
  if (teacher?.member !== member) return refused('not-your-job')
  const fields = await fieldsOf(db, item)
  if (Temporal.Instant.compare(at, fields.start) < 0) return refused('not-done-yet')
  const { materialMinor, currency } = said as { materialMinor: number; currency: string }
  const { seats } = item.choices as SeatChoices
  return done({
    settles: true,
    final: linesOf(fields, { seats, currency, materialMinor }),
  } as const)
}

async function facts(db: TenantDb, items: readonly ItemId[]): Promise<ReadonlyMap<ItemId, Facts>> {
  const rows = await taughtItems(db, items)
  return new Map(
    rows.map(({ id, fields, choices }) => {
      const { start, minutes } = fields as SeatFields
      const startsAt = Temporal.Instant.from(start)
      const place = { short: '', whole: '' }
      return [
        id,
        {
          start: startsAt,
          end: startsAt.add({ minutes }),
          place,
          notes: '',
          changes: 0,
          own: (choices as SeatChoices).seats,
        },
      ]
    }),
  )
}

/** Returns items with the teacher and the fields of their workshop. */
function taughtItems(db: TenantDb, items: readonly ItemId[]) {
  return db
    .select({
      id: orderItems.id,
      state: orderItems.state,
      choices: orderItems.choices,
      teacher: listings.createdBy,
      fields: listings.fields,
    })
    .from(orderItems)
    .innerJoin(
      listings,
      and(eq(listings.tenantId, db.tenant), eq(listings.id, orderItems.listingId)),
    )
    .where(and(eq(orderItems.tenantId, db.tenant), inArray(orderItems.id, [...items])))
}

const seatsOf = (sold: readonly { readonly choices: unknown }[]) =>
  sold.reduce((sum, { choices }) => sum + (choices as SeatChoices).seats, 0)

function soldItems(db: TenantDb, condition: ReturnType<typeof eq>) {
  return db
    .select({ id: orderItems.id, choices: orderItems.choices })
    .from(orderItems)
    .innerJoin(
      listings,
      and(eq(listings.tenantId, db.tenant), eq(listings.id, orderItems.listingId)),
    )
    .where(
      and(
        eq(orderItems.tenantId, db.tenant),
        inArray(orderItems.state, [...OCCUPYING_STATES]),
        condition,
      ),
    )
}

async function fieldsOf(db: TenantDb, { listingId }: Item): Promise<SeatFields> {
  return (await listingById(db, listingId))?.fields as SeatFields
}

/** Returns the teacher of a workshop: the member who wrote it. */
async function teacherOf(db: TenantDb, { listingId }: Item) {
  const listing = await listingById(db, listingId)
  return listing?.createdBy ? [{ member: listing.createdBy as MemberId, weight: 1n }] : []
}
