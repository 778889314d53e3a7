import { integer, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import type {
  BookingId,
  CustomerId,
  ItemId,
  ListingId,
  MemberId,
  OrderId,
  PersonId,
  ReviewId,
} from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { idOf, instant, minor, span, tenantId } from './columns.ts'

export type OrderState = 'placed' | 'paid' | 'done' | 'cancelled' | 'lapsed'
export type ItemState = 'placed' | 'paid' | 'settled' | 'cancelled' | 'lapsed'

export const customers = pgTable(
  'customers',
  {
    tenantId: tenantId(),
    id: idOf<CustomerId>('id').notNull(),
    personId: idOf<PersonId>('person_id'),
    name: text('name').notNull(),
    email: text('email').notNull(),
    phone: text('phone').notNull().default(''),
    locale: text('locale').notNull().$type<Locale>(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const orders = pgTable(
  'orders',
  {
    tenantId: tenantId(),
    id: idOf<OrderId>('id').notNull(),
    code: text('code').notNull(),
    token: text('token').notNull(),
    checkoutKey: text('checkout_key').notNull(),
    customerId: idOf<CustomerId>('customer_id').notNull(),
    /** Follows from the items' states. */
    state: text('state').notNull().default('placed').$type<OrderState>(),
    charterVersion: integer('charter_version').notNull(),
    /** The split rule in force when the order was placed: the charter's, with the federation's fee of that day. */
    split: jsonb('split').notNull().$type<unknown>(),
    currency: text('currency').notNull(),
    /** What is paid in advance: the bounds of all items together. */
    totalMinor: minor('total_minor').notNull(),
    locale: text('locale').notNull().$type<Locale>(),
    placedAt: instant('placed_at').notNull(),
    holdUntil: instant('hold_until'),
    paidAt: instant('paid_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const orderItems = pgTable(
  'order_items',
  {
    tenantId: tenantId(),
    id: idOf<ItemId>('id').notNull(),
    orderId: idOf<OrderId>('order_id').notNull(),
    position: integer('position').notNull(),
    listingId: idOf<ListingId>('listing_id').notNull(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    choices: jsonb('choices').notNull().$type<unknown>(),
    state: text('state').notNull().default('placed').$type<ItemState>(),
    quotedMinor: minor('quoted_minor').notNull(),
    /** The most that the customer agreed to. */
    mostMinor: minor('most_minor').notNull(),
    /** What it came to; null until that is known. */
    finalMinor: minor('final_minor'),
    settledAt: instant('settled_at'),
    cancelledAt: instant('cancelled_at'),
    cancelledBy: text('cancelled_by').$type<'customer' | 'co-op'>(),
    cancelReason: text('cancel_reason'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const orderEarners = pgTable(
  'order_earners',
  {
    tenantId: tenantId(),
    itemId: idOf<ItemId>('item_id').notNull(),
    memberId: idOf<MemberId>('member_id').notNull(),
    weight: minor('weight').notNull(),
    since: instant('since').notNull(),
    until: instant('until'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.itemId, t.memberId, t.since] })],
)

export const orderLines = pgTable(
  'order_lines',
  {
    tenantId: tenantId(),
    itemId: idOf<ItemId>('item_id').notNull(),
    /** An item with final lines costs what these say; one without costs what was quoted. */
    phase: text('phase').notNull().default('quoted').$type<'quoted' | 'final'>(),
    position: integer('position').notNull(),
    kind: text('kind').notNull().$type<'commissionable' | 'pass-through' | 'tip' | 'earmark'>(),
    key: text('key').notNull(),
    label: text('label').notNull(),
    quantity: integer('quantity').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    purpose: text('purpose'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.itemId, t.phase, t.position] })],
)

export const bookings = pgTable(
  'bookings',
  {
    tenantId: tenantId(),
    id: idOf<BookingId>('id').notNull(),
    itemId: idOf<ItemId>('item_id').notNull(),
    memberId: idOf<MemberId>('member_id').notNull(),
    during: span('during').notNull(),
    state: text('state').notNull().$type<'held' | 'confirmed' | 'released'>(),
    acceptedAt: instant('accepted_at'),
    checkedInAt: instant('checked_in_at'),
    checkedOutAt: instant('checked_out_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const reviews = pgTable(
  'reviews',
  {
    tenantId: tenantId(),
    id: idOf<ReviewId>('id').notNull(),
    itemId: idOf<ItemId>('item_id').notNull(),
    listingId: idOf<ListingId>('listing_id').notNull(),
    customerName: text('customer_name').notNull(),
    stars: smallint('stars').notNull(),
    body: text('body').notNull().default(''),
    createdAt: instant('created_at').notNull(),
    answer: text('answer'),
    answeredBy: idOf<MemberId>('answered_by'),
    answeredAt: instant('answered_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)
