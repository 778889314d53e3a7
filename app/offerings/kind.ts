import type { SQL } from 'drizzle-orm'
import type { Charter } from '#app/domains/charter/clauses.ts'
import type { BusyTime } from '#app/domains/orders/busy.server.ts'
import type { Earner } from '#app/domains/orders/earners.server.ts'
import type { Item } from '#app/domains/orders/find-order.server.ts'
import type { Instant } from '#app/kernel/clock.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Words } from '#tenants/blueprints/blueprint.ts'
import type { ItemId, MemberId, TenantId } from '#app/kernel/ids.ts'
import type { Money } from '#app/kernel/money.ts'
import type { Outcome, PlainRefusal } from '#app/kernel/outcome.ts'
import type { PriceLine } from '#app/kernel/price-line.ts'
import type { Tenant } from '#tenants/directory.server.ts'
import type { TenantDb } from '#tenants/scope.server.ts'

/**
 * What a kind of offering says to the rest of the system, and all that the rest may ask. A kind lives in a folder of
 * its own, which only the registry loads. Fields, choices and details are the kind's own: to everybody else they are
 * unknown values, stored and handed back.
 */
export type Kind<Why extends PlainRefusal = PlainRefusal> = {
  readonly name: string
  /** Reads a listing's stored fields. */
  readonly offer: (fields: unknown) => Offer<Why>
  /** The listings a new co-op starts from, by blueprint: examples that nobody can buy until a member adopts them. */
  readonly samples: Readonly<Record<string, readonly Sample[]>>
}

/** A listing as a blueprint has it: words in each language, prices in the currency it is founded in. */
export type Sample = {
  readonly slug: string
  readonly title: Words
  readonly summary: Words
  readonly body: Words
  readonly fields: (language: Locale, price: (pence: number) => number) => unknown
}

/** A listing as its kind reads it. */
export type Offer<Why extends PlainRefusal = PlainRefusal> = {
  /** The choices that a listing's page starts from. */
  readonly usual: unknown
  /** How many members it takes to do it. */
  readonly workers: number
  /** Prices some choices. The same choices always give the same lines; nothing but the listing decides. */
  readonly quote: (choices: unknown, currency: string) => Outcome<Quote, Why>
  /** The quote by which an hour of work pays least, whatever is chosen; null when the listing cannot be priced. */
  readonly leanest: (currency: string) => Quote | null
}

export type Quote = {
  readonly lines: readonly PriceLine[]
  readonly total: Money
  /** The most the price may come to, where it is known only later; null for a price that is fixed now. */
  readonly bound: Money | null
  /** Work in minutes, all workers together; null where the price is not for hours. */
  readonly workMinutes: number | null
  /** How long it takes for the customer, in minutes; null for what takes no time of theirs. */
  readonly lasts: number | null
}

/** What a kind does in the database, in the transaction of the flow that calls it. The order is locked. */
export type KindActs<Why extends PlainRefusal = PlainRefusal> = {
  /**
   * Names what orders must reserve one after the other: a day, a listing, one variant of it. The caller takes the locks
   * of all items of an order, sorted, before it prepares or retakes any of them.
   */
  readonly locks: (tenant: Tenant, request: ReservationRequest) => readonly string[]
  /** Names the same for an item that was ordered before. */
  readonly locksOf: (db: TenantDb, tenant: Tenant, item: Item) => Promise<readonly string[]>
  /**
   * Reads what decides whether an item can be had as asked, after those who asked before. It is begun in checkout's
   * first round trip, beside the listing itself, so it knows the customer's choices and details and not the listing.
   */
  readonly prepare: (
    db: TenantDb,
    tenant: Tenant,
    request: ReservationRequest,
  ) => Promise<{ readonly reserve: (wish: Wish) => Outcome<Reservation, Why> }>
  /** Whether an item that is not paid yet is for the same as is asked now, so that it need not be reserved anew. */
  readonly isSame: (db: TenantDb, item: Item, details: unknown) => Promise<boolean>
  /** Whether the item says the rest of the details already. */
  readonly saysSame: (db: TenantDb, item: Item, details: unknown) => Promise<boolean>
  /** Puts right the rest of the details. */
  readonly correct: (db: TenantDb, item: Item, details: unknown) => Promise<void>
  /** Takes again what an unpaid item had reserved and lost, for its customer paid late; answers whether it could. */
  readonly retake: (db: TenantDb, tenant: Tenant, held: Held) => Promise<boolean>
  /** The item is paid for: who earns by it, and whether it is done with that. */
  readonly confirm: (db: TenantDb, item: Item) => Promise<Confirmed>
  /** Releases what the item reserved: once, when it lapsed, was cancelled, or could not be kept with its order. */
  readonly release: (db: TenantDb, item: Item) => Promise<void>
  /** What cancelling now would keep of the price, by the charter that priced it. */
  readonly cancelling: (
    db: TenantDb,
    item: Item,
    request: CancellationRequest,
  ) => Promise<Cancelled>
  /** How far the work of some items has come, by item. An item that nobody works on has no entry. */
  readonly work: (db: TenantDb, items: readonly ItemId[]) => Promise<ReadonlyMap<ItemId, Work>>
  /** The names of the steps that a member takes in the work of an item. */
  readonly steps: readonly string[]
  /** A member says how far the work has come, or takes it on. The kind refuses whom it is not for. */
  readonly step: (db: TenantDb, doing: Doing) => Promise<Outcome<Stepped, Why>>
  /**
   * Whether the work of a paid item is done at a moment for which the kind promised `finish-item`, though nobody takes
   * a step then. Null for a kind that promises none.
   */
  readonly finish: ((db: TenantDb, item: Omit<Held, 'beside'>) => Promise<Stepped>) | null
  /** Another takes the place of one who cannot come. Null where nobody comes. */
  readonly handBack:
    | ((db: TenantDb, tenant: Tenant, doing: Leaving) => Promise<Outcome<HandedBack, Why>>)
    | null
  /** Moves a paid item to another time. Null for a kind that has no time. */
  readonly move:
    | ((db: TenantDb, tenant: Tenant, moving: Moving) => Promise<Outcome<Moved, Why>>)
    | null
  /**
   * A query that the database joins: of each item of the kind `item_id`, `starts_at` and `ends_at` (null where it has no
   * time), and `minutes`, how long each who earns by it was to work (or null).
   */
  readonly times: (tenant: TenantId) => SQL
  /** When the first of a listing can be had that is bought now, or null where that has no time. */
  readonly nextFree: (
    db: TenantDb,
    tenant: Tenant,
    asked: { readonly fields: unknown; readonly at: Instant },
  ) => Promise<Instant | null>
  /** What there is to say of items when they are shown, by item. */
  readonly facts: (db: TenantDb, items: readonly ItemId[]) => Promise<ReadonlyMap<ItemId, Facts>>
}

/** What is asked for before the listing is read. */
export type ReservationRequest = {
  /** The listing's address. */
  readonly listing: string
  readonly choices: unknown
  readonly details: unknown
  readonly at: Instant
}

/** An item that is to be reserved: the listing's fields and their price. */
export type Wish = {
  /** The id that it will have. */
  readonly item: ItemId
  readonly choices: unknown
  readonly fields: unknown
  readonly quote: Quote
  /** The items of the order whose place it takes: what they reserved does not stand in its way. */
  readonly without: readonly ItemId[]
  /** The members' time that the items before it in the same order take. */
  readonly beside: readonly BusyTime[]
  /** What else the items of its kind before it in the same order take: the `own` of their reservations. */
  readonly besideOwn: readonly unknown[]
}

/** What an item needs, so that it can be written. */
export type Reservation = {
  /** The members' time that it takes. */
  readonly takes: readonly BusyTime[]
  /** What else it takes (seats, stock), as its kind counts it; null when there is nothing else. */
  readonly own: unknown
  /** Writes what the kind knows of the item, and what it reserves. */
  readonly write: (db: TenantDb) => Promise<void>
}

export type Held = {
  readonly item: Item
  /** The items of the same order that were taken again before it. */
  readonly beside: readonly Item[]
  readonly at: Instant
}

/** Who earns by an item. Its money is shared out in the same moment when nothing is left to do. */
export type Confirmed = { readonly earners: readonly Earner[] } & (
  | { readonly settles: false }
  | {
      readonly settles: true
      /** The lines of what it came to where that was open; null where its price is the one that was quoted. */
      readonly final: readonly PriceLine[] | null
    }
)

/** By whom, and by which terms, an item would be cancelled. */
export type CancellationRequest = {
  readonly by: 'customer' | 'co-op'
  readonly terms: Charter['cancellation']
  /** The price without the tip: a tip is for work, and goes back whole when there is none. */
  readonly price: Money
  readonly at: Instant
}

export type Cancelled = {
  /** Whether the work has begun: then a customer cannot cancel any more. */
  readonly begun: boolean
  readonly retained: Money
  /** Until when cancelling keeps nothing; null where that has no end. */
  readonly freeUntil: Instant | null
}

export type Doing = {
  readonly item: Item
  readonly member: MemberId
  readonly step: string
  /** What there is to know with it: the reading of a meter, what material cost. The kind's own. */
  readonly said?: unknown
  readonly at: Instant
}

/**
 * A step that was done. It settles the item when it was the last, at what it came to where that was open. It has the
 * earners where it changed who earns or by which weight.
 */
export type Stepped = { readonly earners?: readonly Earner[] } & (
  | { readonly settles: false }
  | { readonly settles: true; readonly final?: readonly PriceLine[] }
)

/** The work of an item: the states that each worker's part goes through, in order, and where each worker is. */
export type Work = {
  readonly states: readonly string[]
  readonly workers: readonly Progress[]
}

/** How far one worker has come. States and steps are the kind's own names; its view has their words. */
export type Progress = {
  readonly member: MemberId
  readonly state: string
  readonly phase: 'ahead' | 'active' | 'over'
  /** What the worker does next; null when their part is done. */
  readonly next: NextStep | null
  /** Until when the worker can hand the item back; null when they cannot, whenever that is. */
  readonly handBackUntil: Instant | null
}

export type NextStep = {
  readonly step: string
  /** From when it is possible; null when it is at once. */
  readonly opensAt: Instant | null
  /** Whether the worker says something with it, in the fields of the kind. */
  readonly asks: boolean
}

/** Who takes the place of one who cannot come, and who earns by the item from now on. */
export type HandedBack = { readonly to: MemberId; readonly earners: readonly Earner[] }

export type Leaving = Omit<Doing, 'step' | 'said'>

export type Moving = { readonly item: Item; readonly start: Instant; readonly at: Instant }

/** Who was to come, and who comes and earns now. */
export type Moved = { readonly before: readonly MemberId[]; readonly earners: readonly Earner[] }

/** What every page may say of an item, whatever its kind. What only its kind's own pages say is in `own`. */
export type Facts = {
  readonly start: Instant | null
  readonly end: Instant | null
  /** Where it is, as a list says it, and in full. */
  readonly place: { readonly short: string; readonly whole: string }
  readonly notes: string
  readonly changes: number
  readonly own: unknown
}
